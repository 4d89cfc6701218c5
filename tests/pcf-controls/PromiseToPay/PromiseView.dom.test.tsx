import "@testing-library/jest-dom";
import { fireEvent } from "@testing-library/dom";
import { render, screen, waitFor, within } from "@testing-library/react";
import * as React from "react";
import { promiseStatus } from "#solution/generated/names";
import { PromiseView } from "../../../pcf-controls/PromiseToPay/PromiseView";
import { Themed } from "../../../pcf-controls/shared/Themed";
import { seriousFindings } from "../fakes/axe";
import type { Platform } from "../fakes/context";
import { fakeHost } from "../fakes/context";
import { currencyRows, debtorId, euro, forint, openItem, promise } from "../fakes/ledger";
import type { Tables } from "../fakes/webApi";
import { fakeWebApi } from "../fakes/webApi";

// Fluent in jsdom is slow on a busy machine.
jest.setTimeout(30_000);

const ledger: Tables = {
  transactioncurrency: currencyRows,
  duly_openitem: [
    openItem("re-1", "2026-11-01"), openItem("re-2", "2026-12-10", { duly_openamount: 50.5 }), openItem("re-3", "2026-11-20", { duly_openamount: 30000, _transactioncurrencyid_value: forint }),
    openItem("paid", "2026-10-01", { duly_openamount: 0 }), openItem("closed", "2026-10-01", { statecode: 1 }),
  ],
  duly_promise: [],
};

const open = (tables: Tables = ledger, platform: Partial<Platform> = {}) => {
  const fake = fakeWebApi(tables, (row) => ({ duly_takenon: "2026-11-24", ...row }));
  const host = fakeHost({ control: "PromiseToPay", webAPI: fake.webAPI, ...platform });
  return { fake, ...render(<Themed host={host}><PromiseView host={host} /></Themed>) };
};
const openForm = async (): Promise<void> => {
  const button = await screen.findByRole("button", { name: "New promise" });
  fireEvent.click(button);
};
const type = (label: string, text: string): void => void fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
const save = (): void => void fireEvent.submit(screen.getByRole("form", { name: "New promise" }));
const written = (fake: ReturnType<typeof fakeWebApi>) => fake.calls.filter((call) => call.verb !== "page");

describe("taking a promise", () => {
  test("items of one currency, their sum, a day: one row is written, focus goes to the new promise and it is announced", async () => {
    const { fake } = open();
    await openForm();
    expect(screen.getByRole("checkbox", { name: /RE-1/ })).toHaveFocus();
    expect(screen.getAllByRole("checkbox")).toHaveLength(2);
    fireEvent.click(screen.getByRole("checkbox", { name: /RE-1 due 01\/11\/2026 23 days late €100.00/ }));
    fireEvent.click(screen.getByRole("checkbox", { name: /RE-2/ }));
    expect(screen.getByLabelText("Amount")).toHaveValue("150.50");
    type("Will pay by", "30/11/2026");
    save();
    await waitFor(() => expect(screen.getByRole("group", { name: "Open promise" })).toHaveFocus());
    expect(written(fake)).toEqual([{
      verb: "create", table: "duly_promise",
      row: {
        "duly_debtor@odata.bind": `/duly_debtors(${debtorId})`, "transactioncurrencyid@odata.bind": `/transactioncurrencies(${euro})`,
        duly_amount: 150.5, duly_promisedate: "2026-11-30", duly_openitems: "re-1,re-2",
      },
    }]);
    expect(screen.getByRole("group", { name: "Open promise" })).toHaveTextContent("€150.50by 30/11/20266 days left");
    expect(screen.getByRole("group", { name: "Open promise" })).toHaveTextContent("Taken on 24/11/2026 · 2 items: RE-1, RE-2");
    expect(screen.getByRole("status")).toHaveTextContent("Promise of €150.50 by 30/11/2026 saved.");
    expect(screen.queryByRole("form")).toBeNull();
  });

  test("another currency starts anew, without decimals", async () => {
    const { fake } = open();
    await openForm();
    fireEvent.click(screen.getByRole("button", { name: "All" }));
    fireEvent.click(screen.getByRole("button", { name: "HUF" }));
    expect(screen.getAllByRole("checkbox")).toHaveLength(1);
    fireEvent.click(screen.getByRole("button", { name: "Overdue" }));
    expect(screen.getByLabelText("Amount")).toHaveValue("30,000");
    fireEvent.click(screen.getByRole("button", { name: "End of month" }));
    save();
    await screen.findByRole("group", { name: "Open promise" });
    expect(written(fake)[0]?.row).toMatchObject({ duly_amount: 30000, duly_openitems: "re-3", duly_promisedate: "2026-11-30" });
  });

  test("faults stand beside their fields, the first gets the focus, and nothing is written", async () => {
    const { fake } = open();
    await openForm();
    save();
    expect(screen.getByText("Choose at least one item.")).toBeVisible();
    expect(screen.getByText("Enter the day by which the debtor will pay.")).toBeVisible();
    expect(screen.getByRole("checkbox", { name: /RE-1/ })).toHaveFocus();
    fireEvent.click(screen.getByRole("checkbox", { name: /RE-1/ }));
    expect(screen.queryByText("Choose at least one item.")).toBeNull();
    type("Amount", "100.01");
    type("Will pay by", "23/11/2026");
    save();
    expect(await screen.findByText("At most €100.00 is open on the chosen items.")).toBeVisible();
    expect(screen.getByText("The day must not be before today, 24/11/2026.")).toBeVisible();
    expect(screen.getByLabelText("Amount")).toHaveFocus();
    expect(screen.getByLabelText("Will pay by")).toHaveAccessibleDescription("The day must not be before today, 24/11/2026.");
    expect(written(fake)).toEqual([]);
  });

  test("what the server refuses is shown with its code, and the entries stay", async () => {
    const { fake } = open();
    await openForm();
    fireEvent.click(screen.getByRole("button", { name: "All" }));
    fireEvent.click(screen.getByRole("button", { name: "In 7 days" }));
    fake.failNext("create", "duly_promise", { errorCode: 2147746581, message: "DULY-PROMISE-004 RE-1 is promised already." });
    save();
    await waitFor(() => expect(within(screen.getByRole("form")).getByText(/RE-1 is promised already\./)).toHaveTextContent("The promise was not saved. RE-1 is promised already. (DULY-PROMISE-004)"));
    expect(screen.getByLabelText("Will pay by")).toHaveValue("01/12/2026");
    save();
    expect(await screen.findByRole("group", { name: "Open promise" })).toBeVisible();
  });

  test("the calendar opens with Alt + Down, closes with Escape, and a day is picked from it", async () => {
    open(ledger, { lcid: 1038 });
    fireEvent.click(await screen.findByRole("button", { name: "Új ígéret" }));
    const field = screen.getByLabelText("Fizetési határidő", { selector: "input" });
    fireEvent.keyDown(field, { key: "ArrowDown", altKey: true });
    expect(within(await screen.findByRole("dialog", { name: "Naptár" })).getByText("2026. november")).toBeInTheDocument();
    fireEvent.keyDown(screen.getByRole("dialog", { name: "Naptár" }), { key: "Escape", keyCode: 27, which: 27 });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    fireEvent.click(screen.getByRole("button", { name: "Naptár" }));
    // jsdom has no layout: the calendar stays invisible until it is placed.
    fireEvent.click(within(await screen.findByRole("dialog", { name: "Naptár" })).getByLabelText("25, november, 2026"));
    expect(field).toHaveValue("2026. 11. 25.");
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(field).toHaveFocus();
  });

  test("closing the form gives the focus back", async () => {
    open();
    await openForm();
    fireEvent.click(screen.getByRole("button", { name: "Close" }));
    expect(screen.getByRole("button", { name: "New promise" })).toHaveFocus();
  });
});

const past = [
  promise("k", "2026-09-01", { statuscode: promiseStatus.kept, duly_paidamount: 50 }), promise("k2", "2026-08-01", { statuscode: promiseStatus.kept }),
  promise("t", "2026-07-01", { statuscode: promiseStatus.partlyKept, duly_paidamount: 20 }), promise("b", "2026-06-01", { statuscode: promiseStatus.broken }),
  promise("c", "2026-05-01", { statuscode: promiseStatus.cancelled }), promise("k3", "2026-04-01", { statuscode: promiseStatus.kept }),
];

describe("promises that were taken", () => {
  test("history tells kept, partly kept, broken and cancelled, five at first", async () => {
    open({ ...ledger, duly_promise: past });
    const history = await screen.findByRole("region", { name: "Earlier promises" });
    expect(history).toHaveTextContent("3 kept · 1 partly kept · 1 broken");
    expect(within(history).getAllByRole("listitem").map((item) => item.lastChild?.textContent)).toEqual(["Kept", "Kept", "Partly kept", "Broken", "Cancelled"]);
    fireEvent.click(within(history).getByRole("button", { name: "Show all 6" }));
    expect(within(history).getAllByRole("listitem")).toHaveLength(6);
  });

  test("cancelling asks first; no leaves it, yes writes the state and says so", async () => {
    const { fake } = open({ ...ledger, duly_promise: [promise("p1", "2026-12-01", { duly_openitems: "re-1" })] });
    fireEvent.click(await screen.findByRole("button", { name: "Cancel promise" }));
    expect(screen.getByRole("button", { name: "Keep it" })).toHaveFocus();
    fireEvent.keyDown(screen.getByRole("button", { name: "Keep it" }), { key: "Escape" });
    expect(written(fake)).toEqual([]);
    fireEvent.click(screen.getByRole("button", { name: "Cancel promise" }));
    fireEvent.click(screen.getByRole("button", { name: "Yes, cancel it" }));
    await waitFor(() => expect(screen.getByRole("status")).toHaveTextContent("The promise was cancelled."));
    expect(written(fake)).toEqual([{ verb: "update", table: "duly_promise", row: { statecode: 1, statuscode: promiseStatus.cancelled } }]);
    expect(screen.getByRole("button", { name: "New promise" })).toHaveFocus();
  });

  test("a cancel that fails says why", async () => {
    const { fake } = open({ ...ledger, duly_promise: [promise("p1", "2026-12-01")] });
    fake.failNext("update", "duly_promise", new Error("Row is locked"));
    fireEvent.click(await screen.findByRole("button", { name: "Cancel promise" }));
    fireEvent.click(screen.getByRole("button", { name: "Yes, cancel it" }));
    expect(await screen.findByText(/Row is locked/)).toHaveTextContent("The promise was not cancelled. Row is locked (UNKNOWN)");
  });

  test("items of an open promise are marked in the form and cannot be promised twice", async () => {
    open({ ...ledger, duly_promise: [promise("p1", "2026-12-01", { duly_openitems: "re-1" })] });
    await openForm();
    expect(screen.getByRole("checkbox", { name: /RE-1 .*already promised/ })).toBeDisabled();
    expect(screen.getByRole("checkbox", { name: /RE-2/ })).toHaveFocus();
    fireEvent.click(screen.getByRole("button", { name: "All" }));
    expect(screen.getAllByRole("checkbox", { checked: true })).toEqual([screen.getByRole("checkbox", { name: /RE-2/ })]);
  });

  test("loading can fail and be tried again", async () => {
    const fake = fakeWebApi(ledger);
    fake.failNext("page", "duly_promise", { errorCode: 1, message: "Busy" });
    const host = fakeHost({ control: "PromiseToPay", webAPI: fake.webAPI });
    render(<Themed host={host}><PromiseView host={host} /></Themed>);
    expect(await screen.findByRole("alert")).toHaveTextContent("Busy (0x00000001)");
    fireEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("No open promise.")).toBeVisible();
  });

  test("who may only read sees no buttons; a debtor who owes nothing has nothing to promise", async () => {
    const { unmount } = open(ledger, { disabled: true });
    await screen.findByText("No open promise.");
    expect(screen.queryByRole("button")).toBeNull();
    unmount();
    open({ ...ledger, duly_openitem: [] });
    expect(await screen.findByText(/there is nothing to promise/)).toBeVisible();
  });

  test("form and history have no serious accessibility finding", async () => {
    const { container } = open({ ...ledger, duly_promise: [...past, promise("p1", "2026-12-01")] });
    await openForm();
    save();
    expect(await seriousFindings(container)).toEqual([]);
  });
});
