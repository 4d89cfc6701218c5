import { XrmMockGenerator } from "xrm-mock";
import { onLoad } from "../../../webresources/forms/run";
import { notices, openForm } from "../fakes/xrm";

/** Opens the form of a run with these totals; gives what the form then shows. */
function shown(totals: string | null, languageId = 1033): string | null {
  const event = openForm({ table: "duly_run", id: "{D1}", formType: 2, languageId });
  XrmMockGenerator.Attribute.createString({ name: "duly_totals", value: totals } as never, [{ name: "duly_totals" }] as never);
  const form = event.getFormContext();
  Object.assign(form.data, { addOnLoad: jest.fn() });
  onLoad(event);
  return form.getAttribute<Xrm.Attributes.StringAttribute>("duly_totals")?.getValue() ?? null;
}

describe("the form of a run", () => {
  const totals = '{"disputed":1,"notOverdue":1618,"reminded":22}';

  test.each([
    [1033, "1618 items: not overdue\n22 items: reminded\n1 item: in dispute"],
    [1038, "1618 tétel: még nem járt le\n22 tétel: felszólítva\n1 tétel: vitatott"],
  ])("says its totals in words, the most frequent reason first (%i)", (languageId, text) => {
    expect([shown(totals, languageId), notices()]).toEqual([text, []]);
  });

  test("never saves the words in place of the JSON", () => {
    shown(totals);
    expect(Xrm.Page.getAttribute("duly_totals")?.getSubmitMode()).toBe("never");
  });

  test("a run that is not finished has none", () => expect([shown(null), notices()]).toEqual([null, []]));

  test.each([["a reason that is not known", '{"moonPhase":3}'], ["no JSON", "many"]])("%s stays as it is stored, and is told", (_, stored) => {
    expect(shown(stored)).toBe(stored);
    expect(notices()).toEqual([["ERROR", expect.stringMatching(/^The totals could not be read\. /)]]);
  });
});
