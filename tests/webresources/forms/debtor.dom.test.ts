import { decisionreason } from "#solution/generated/names";
import { onLoad } from "../../../webresources/forms/debtor";
import { english } from "../../../webresources/labels/en";
import { hungarian } from "../../../webresources/labels/hu";
import { answer, notices, openForm, serve } from "../fakes/xrm";

const id = "{BBBBBBBB-0000-4000-8000-000000000001}";
const explanation = (nextActionOn: string | null, codes: readonly string[]) =>
  answer({ "@odata.context": "x/$metadata#Microsoft.Dynamics.CRM.duly_ExplainDecisionResponse", Explanation: JSON.stringify({ nextActionOn, items: codes.map((reason, index) => ({ id: `i${index}`, name: `RE-${index}`, reason, text: "", compared: {} })) }) });

async function open(execute: jest.Mock, languageId = 1033): Promise<void> {
  const event = openForm({ table: "duly_debtor", id, formType: 2, languageId });
  serve({ execute });
  await onLoad(event);
}

describe("the form of a debtor", () => {
  test("says when it acts next and what keeps its items, most frequent first; settled items are left out", async () => {
    const execute = jest.fn().mockResolvedValue(explanation("2026-11-30", ["paid", "disputed", "promised", "promised"]));
    await open(execute);
    expect(notices()).toEqual([["INFO", "Next action on 30 November 2026. 2 items: promised · 1 item: in dispute"]]);
  });

  test("calls the custom API with the debtor's id", async () => {
    const execute = jest.fn().mockResolvedValue(explanation(null, []));
    await open(execute);
    const request = execute.mock.calls[0][0];
    expect(request.DebtorId).toEqual({ guid: "bbbbbbbb-0000-4000-8000-000000000001" });
    expect(request.getMetadata()).toMatchObject({ operationType: 0, operationName: "duly_ExplainDecision" });
  });

  test("speaks Hungarian", async () => {
    await open(jest.fn().mockResolvedValue(explanation("2026-11-30", ["stepNotDue"])), 1038);
    expect(notices()).toEqual([["INFO", "A következő művelet napja: 2026. november 30. 1 tétel: a következő lépés még nem esedékes"]]);
    await open(jest.fn().mockResolvedValue(explanation(null, [])), 1038);
    expect(notices()).toEqual([["INFO", "Nincs tervezett művelet."]]);
  });

  test.each([
    ["a refusal of our rules", { errorCode: 1, message: "DULY-RUN-001 The company does not exist." }, "The next action could not be determined. DULY-RUN-001 The company does not exist."],
    ["a refusal of the platform", { errorCode: 2147746336, message: "No privilege" }, "The next action could not be determined. No privilege (0x80040220)"],
  ])("%s is shown with its code", async (_, error, text) => {
    await open(jest.fn().mockRejectedValue(error));
    expect(notices()).toEqual([["ERROR", text]]);
  });

  test("E-51: who may not read the policy is told nothing, and sees no error", async () => {
    await open(jest.fn().mockRejectedValue({ errorCode: 2147746405, message: "Principal user (Id=1) is missing prvReadduly_strategy privilege on OTC=10012 for entity 'duly_strategy'." }));
    expect(notices()).toEqual([]);
  });

  test("a refusal that comes as an answer is shown with its code too", async () => {
    await open(jest.fn().mockResolvedValue(answer({ error: { code: "0x80048d19", message: "DebtorId is no Guid" } })));
    expect(notices()).toEqual([["ERROR", "The next action could not be determined. DebtorId is no Guid (0x80048d19)"]]);
  });

  test.each([
    ["no explanation", answer({})], ["no JSON", answer({ Explanation: "soon" })], ["no items", answer({ Explanation: "{}" })],
    ["a reason that is not known", explanation(null, ["moonPhase"])],
  ])("an answer with %s is an error, not silence", async (_, given) => {
    await open(jest.fn().mockResolvedValue(given));
    expect(notices()).toEqual([["ERROR", expect.stringMatching(/^The next action could not be determined\. .+ \(UNKNOWN\)$/)]]);
  });

  describe("a promise is taken in a control of the form, or in another tab", () => {
    const told = async (debtorId: string): Promise<void> => {
      new BroadcastChannel("duly_debtor").postMessage(debtorId);
      await new Promise((resolve) => setTimeout(resolve));
    };

    /** A form with a list and a field, after a change of the debtor was told. */
    async function after(debtorId: string, dirty: boolean): Promise<{ readonly refreshed: readonly string[]; readonly shown: readonly unknown[] }> {
      const execute = jest.fn().mockResolvedValueOnce(explanation("2026-11-30", ["stepNotDue"])).mockResolvedValue(explanation(null, ["promised"]));
      await open(execute);
      const form = Xrm.Page as unknown as Xrm.FormContext;
      const refreshed: string[] = [];
      const controls = [{ getControlType: () => "subgrid", refresh: () => { refreshed.push("list"); } }, { getControlType: () => "standard" }];
      jest.spyOn(form.ui.controls, "get").mockReturnValue(controls as never);
      jest.spyOn(form.data, "getIsDirty").mockReturnValue(dirty);
      jest.spyOn(form.data, "refresh").mockImplementation((() => { refreshed.push("row"); return Promise.resolve(); }) as never);
      await told(debtorId);
      return { refreshed, shown: notices() };
    }

    const own = "bbbbbbbb-0000-4000-8000-000000000001";
    test.each([
      ["of this debtor", own, false, ["list", "row"], "No action is planned. 1 item: promised"],
      ["of this debtor, while the form has unsaved values", own, true, ["list"], "No action is planned. 1 item: promised"],
      ["of another debtor", "cccccccc-0000-4000-8000-000000000001", false, [], "Next action on 30 November 2026. 1 item: the next step is not due yet"],
    ])("%s", async (_, debtorId, dirty, refreshed, text) => {
      expect(await after(debtorId, dirty)).toEqual({ refreshed, shown: [["INFO", text]] });
    });
  });

  test("a debtor that is not saved yet is not asked about", async () => {
    const event = openForm({ table: "duly_debtor", id: "", formType: 1, languageId: 1033 });
    const execute = jest.fn();
    serve({ execute });
    await onLoad(event);
    expect([notices(), execute.mock.calls]).toEqual([[], []]);
  });

  test("every reason has a text in every language", () => {
    for (const labels of [english, hungarian]) expect(Object.keys(labels.reasons).sort()).toEqual(Object.keys(decisionreason).sort());
  });
});
