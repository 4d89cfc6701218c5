import { XrmMockGenerator } from "xrm-mock";
import { communicationStatus as status } from "#solution/generated/names";
import { onLoad } from "../../../webresources/forms/communication";
import { notices, openForm } from "../fakes/xrm";

/** Opens the form of a message; gives the columns that are locked. */
function locked(statuscode: number, values: Readonly<Record<string, unknown>> = {}, languageId = 1033): readonly string[] {
  const event = openForm({ table: "duly_communication", id: "{C1}", formType: 2, languageId });
  const { Attribute } = XrmMockGenerator;
  const disabled: string[] = [];
  const columns = { duly_body: "<p>Pay</p>", duly_note: null, duly_deliveredon: null, duly_senton: "2026-03-05", ...values };
  for (const [name, value] of Object.entries(columns)) Attribute.createString({ name, value } as never, [{ name }] as never);
  Attribute.createOptionSet({ name: "statuscode", value: statuscode } as never, [{ name: "statuscode" }] as never);
  for (const name of [...Object.keys(columns), "statuscode"]) {
    const control = event.getFormContext().getControl<Xrm.Controls.StandardControl>(name);
    Object.assign(control ?? {}, { setDisabled: () => { disabled.push(name); } });
  }
  onLoad(event);
  return disabled;
}

describe("the form of a message", () => {
  test.each([["planned", status.planned], ["ready", status.ready], ["awaiting approval", status.awaitingApproval]])("%s: may still be worded otherwise", (_, statuscode) => {
    expect([locked(statuscode), notices()]).toEqual([[], []]);
  });

  test.each([["sent", status.sent], ["delivered", status.delivered], ["suppressed", status.suppressed], ["done", status.done]])("%s: what it says is for reading, notes and receipts may be added", (_, statuscode) => {
    expect(locked(statuscode)).toEqual(["duly_body", "duly_senton"]);
    expect(notices()).toEqual([["INFO", "This message has been dealt with and stays as it was told. Notes can be added."]]);
  });

  test("a receipt that is there stays; the notice is Hungarian for a Hungarian", () => {
    expect(locked(status.served, { duly_deliveredon: "2026-03-06" }, 1038)).toContain("duly_deliveredon");
    expect(notices()[0]?.[1]).toMatch(/^Ennek az üzenetnek/);
  });
});
