import "@testing-library/jest-dom";
import { render, screen, waitFor, within } from "@testing-library/react";
import { fireEvent } from "@testing-library/dom";
import * as React from "react";
import { Timeline } from "../../../pcf-controls/CollectionTimeline/Timeline";
import { tellChange } from "../../../pcf-controls/shared/changes";
import { Themed } from "../../../pcf-controls/shared/Themed";
import { seriousFindings } from "../fakes/axe";
import type { Platform } from "../fakes/context";
import { fakeHost } from "../fakes/context";
import { communication, currencyRows, debtorId, dispute, forint, invoice, payment, promise } from "../fakes/ledger";
import type { Tables } from "../fakes/webApi";
import { fakeWebApi } from "../fakes/webApi";

// Fluent in jsdom is slow on a busy machine.
jest.setTimeout(30_000);

const few: Tables = {
  transactioncurrency: currencyRows,
  duly_invoice: [invoice("RE-1", "2026-11-01"), invoice("RE-2", "2026-11-05", { duly_total: 12500, _transactioncurrencyid_value: forint })],
  duly_payment: [payment("TR-1", "2026-11-03")],
  duly_communication: [communication("First reminder", "2026-11-20")],
  duly_promise: [promise("p1", "2026-11-21", { duly_promisedate: "2026-11-30" })],
  duly_dispute: [dispute("Damaged goods", "2026-11-02")],
};
const many: Tables = { transactioncurrency: currencyRows, duly_invoice: Array.from({ length: 600 }, (_, index) => invoice(`RE-${index}`, `2026-01-${String(1 + (index % 28)).padStart(2, "0")}`)) };

function show(tables: Tables, platform: Partial<Platform> = {}) {
  const fake = fakeWebApi(tables);
  const host = fakeHost({ control: "CollectionTimeline", webAPI: fake.webAPI, ...platform });
  return { fake, ...render(<Themed host={host}><Timeline host={host} /></Themed>) };
}

const titles = (): readonly string[] => within(screen.getByRole("list")).getAllByRole("button").map((button) => button.textContent ?? "");

describe("the timeline on a form", () => {
  test("shows all kinds in one order, newest first, in the user's formats", async () => {
    show(few);
    expect(await screen.findByText("First reminder")).toBeVisible();
    expect(titles()).toEqual(["Promise to pay", "First reminder", "RE-2", "TR-1", "Damaged goods", "RE-1"]);
    expect(screen.getAllByRole("listitem")[2]).toHaveTextContent("RE-2Ft12,50005/11/2026InvoicePosted");
    expect(screen.getAllByRole("listitem")[0]).toHaveTextContent("Pay by 30/11/2026Open");
  });

  test("shows what another control of the form wrote, and stays as it is when it was about another debtor", async () => {
    const { fake } = show(few);
    await screen.findByText("First reminder");
    const asked = fake.calls.length;
    tellChange("22222222-2222-4222-8222-222222222222");
    await new Promise((resolve) => setTimeout(resolve));
    expect(fake.calls.length).toBe(asked);
    await fake.webAPI.createRecord("duly_promise", promise("p2", "2026-11-25", { duly_promisedate: "2026-12-24" }));
    tellChange(debtorId);
    expect(await screen.findByText("Pay by 24/12/2026")).toBeVisible();
  });

  test("speaks Hungarian", async () => {
    show(few, { lcid: 1038 });
    expect(await screen.findByText("Fizetési ígéret")).toBeVisible();
    expect(screen.getAllByRole("listitem")[2]).toHaveTextContent("Számla");
  });

  test("a screen reader hears place and size, and what was loaded", async () => {
    show(few);
    await waitFor(() => expect(screen.getByRole("status")).toHaveTextContent("6 more entries loaded. All 6 are shown."));
    expect(screen.getAllByRole("listitem").map((item) => [item.getAttribute("aria-posinset"), item.getAttribute("aria-setsize")])[5]).toEqual(["6", "6"]);
  });

  test("600 entries come page by page", async () => {
    const { container } = show(many);
    await waitFor(() => expect(container.querySelectorAll("li")).toHaveLength(50));
    expect(container.querySelector("li")).toHaveAttribute("aria-setsize", "-1");
    for (let shown = 100; shown <= 600; shown += 50) {
      fireEvent.click(screen.getByText("Load more"));
      await waitFor(() => expect(container.querySelectorAll("li")).toHaveLength(shown));
    }
    expect(screen.getByText("That is all: 600 entries")).toBeInTheDocument();
  });

  test("a filter shows one kind, two kinds, and all again", async () => {
    const { fake } = show(few);
    await screen.findByText("First reminder");
    const asked = fake.calls.length;
    fireEvent.click(screen.getByRole("button", { name: "Payments" }));
    await waitFor(() => expect(titles()).toEqual(["TR-1"]));
    expect(screen.getByRole("button", { name: "Payments" })).toHaveAttribute("aria-pressed", "true");
    fireEvent.click(screen.getByRole("button", { name: "Disputes" }));
    await waitFor(() => expect(titles()).toEqual(["TR-1", "Damaged goods"]));
    fireEvent.click(screen.getByRole("button", { name: "All" }));
    await waitFor(() => expect(titles()).toHaveLength(6));
    expect(fake.calls).toHaveLength(asked);
  });

  test("an entry opens its row; the list is one tab stop and arrows move in it", async () => {
    const openForm = jest.fn(() => Promise.resolve({}));
    show(few, { openForm });
    const first = await screen.findByRole("button", { name: "Promise to pay" });
    expect(within(screen.getByRole("list")).getAllByRole("button").filter((button) => button.tabIndex === 0)).toEqual([first]);
    first.focus();
    fireEvent.keyDown(first, { key: "ArrowDown" });
    expect(screen.getByRole("button", { name: "First reminder" })).toHaveFocus();
    fireEvent.keyDown(document.activeElement ?? first, { key: "End" });
    expect(screen.getByRole("button", { name: "RE-1" })).toHaveFocus();
    fireEvent.click(screen.getByRole("button", { name: "RE-1" }));
    expect(openForm).toHaveBeenCalledWith({ entityName: "duly_invoice", entityId: "RE-1" });
  });

  test("a failure is shown with its code; trying again loads", async () => {
    const fake = fakeWebApi(few);
    fake.failNext("page", "duly_payment", { errorCode: 2147746336, message: "No privilege to read payments" });
    const host = fakeHost({ control: "CollectionTimeline", webAPI: fake.webAPI });
    render(<Themed host={host}><Timeline host={host} /></Themed>);
    expect(await screen.findByRole("alert")).toHaveTextContent("The timeline could not be loaded. No privilege to read payments (0x80040220)");
    fireEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("TR-1")).toBeVisible();
    expect(screen.queryByRole("alert")).toBeNull();
  });

  test("a debtor without history, and one that is not saved yet, are told so", async () => {
    const { unmount } = show({});
    expect(await screen.findByText(/Nothing here yet/)).toBeVisible();
    unmount();
    const { fake } = show(few, { entityId: "" });
    expect(screen.getByText("Save the debtor first.")).toBeVisible();
    expect(fake.calls).toEqual([]);
  });

  test("has no serious accessibility finding", async () => {
    const { container } = show(few);
    await screen.findByText("First reminder");
    expect(await seriousFindings(container)).toEqual([]);
  });
});
