import "@testing-library/jest-dom";
import { act, screen } from "@testing-library/react";
import * as ReactDOM from "react-dom";
import { CollectionTimeline } from "../../pcf-controls/CollectionTimeline";
import { PromiseToPay } from "../../pcf-controls/PromiseToPay";
import type { ControlName } from "./fakes/context";
import { fakeContext } from "./fakes/context";
import { currencyRows } from "./fakes/ledger";
import { fakeWebApi } from "./fakes/webApi";

/** Web API whose answers wait until they are let go. */
function slow(webAPI: ComponentFramework.WebApi) {
  let letGo: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  const retrieveMultipleRecords: ComponentFramework.WebApi["retrieveMultipleRecords"] = async (...call) => {
    await gate;
    return webAPI.retrieveMultipleRecords(...call);
  };
  return { webAPI: { ...webAPI, retrieveMultipleRecords }, letGo: () => letGo() };
}

const settle = (): Promise<void> => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 20))));

describe.each<[ControlName, new () => CollectionTimeline | PromiseToPay, string]>([
  ["CollectionTimeline", CollectionTimeline, "Nothing here yet"], ["PromiseToPay", PromiseToPay, "No open promise"],
])("life of %s", (control, Control, loaded) => {
  let place: HTMLDivElement;
  beforeEach(() => {
    place = document.createElement("div");
    document.body.append(place);
  });
  afterEach(() => {
    ReactDOM.unmountComponentAtNode(place);
    place.remove();
  });

  test("init, view, and a later view of the same debtor asks nothing again", async () => {
    const fake = fakeWebApi({ transactioncurrency: currencyRows });
    const context = fakeContext({ control, webAPI: fake.webAPI });
    const instance = new Control();
    instance.init(context);
    act(() => void ReactDOM.render(instance.updateView(context), place));
    await settle();
    expect(screen.getByText(new RegExp(loaded))).toBeVisible();
    const asked = fake.calls.length;
    act(() => void ReactDOM.render(instance.updateView(context), place));
    await settle();
    expect(fake.calls).toHaveLength(asked);
    expect(instance.getOutputs()).toEqual({});
  });

  test("another debtor on the same form is loaded", async () => {
    const fake = fakeWebApi({ transactioncurrency: currencyRows });
    const instance = new Control();
    instance.init(fakeContext({ control, webAPI: fake.webAPI }));
    act(() => void ReactDOM.render(instance.updateView(fakeContext({ control, webAPI: fake.webAPI })), place));
    await settle();
    const asked = fake.calls.length;
    const other = fakeContext({ control, webAPI: fake.webAPI, entityId: "22222222-2222-4222-8222-222222222222" });
    act(() => void ReactDOM.render(instance.updateView(other), place));
    await settle();
    expect(fake.calls).toHaveLength(2 * asked);
  });

  test("an answer after destroy is ignored, without a warning", async () => {
    const complaints = jest.spyOn(console, "error").mockImplementation(() => undefined);
    const late = slow(fakeWebApi({ transactioncurrency: currencyRows }).webAPI);
    const context = fakeContext({ control, webAPI: late.webAPI });
    const instance = new Control();
    instance.init(context);
    act(() => void ReactDOM.render(instance.updateView(context), place));
    instance.destroy();
    late.letGo();
    await settle();
    expect(screen.queryByText(new RegExp(loaded))).toBeNull();
    ReactDOM.unmountComponentAtNode(place);
    expect(complaints).not.toHaveBeenCalled();
    complaints.mockRestore();
  });
});
