import { XrmMockGenerator } from "xrm-mock";
import { offsetbase } from "#solution/generated/names";
import { misplaced } from "../../../webresources/forms/ladder";
import { onLoad } from "../../../webresources/forms/strategystep";
import { notices, openForm, serve } from "../fakes/xrm";

const step = (sequence: number, offsetDays: number, id = `s${sequence}`, base: number = offsetbase.dueDate) =>
  ({ duly_strategystepid: id, duly_name: `Step ${sequence}`, duly_sequence: sequence, duly_offsetdays: offsetDays, duly_offsetbase: base });

function open(offset: number | null, languageId = 1033, base: number = offsetbase.dueDate) {
  const event = openForm({ table: "duly_strategystep", id: "{S2}", formType: 2, languageId });
  const { Attribute } = XrmMockGenerator;
  const days = Attribute.createNumber("duly_offsetdays", offset ?? undefined);
  const from = Attribute.createNumber("duly_offsetbase", base);
  Attribute.createNumber("duly_sequence", 2);
  Attribute.createLookup("duly_strategy", { id: "{AAAAAAAA-0000-4000-8000-000000000001}", entityType: "duly_strategy", name: "Standard" });
  return { event, days, from };
}

describe("the form of a strategy step", () => {
  test.each([
    [12, 1033, "This step acts 12 days after the due date."], [1, 1033, "This step acts 1 day after the due date."],
    [0, 1033, "This step acts on the due date."], [-3, 1033, "This step acts 3 days before the due date."],
    [12, 1038, "Ez a lépés az esedékesség után 12 nappal hajtódik végre."], [-3, 1038, "Ez a lépés az esedékesség előtt 3 nappal hajtódik végre."],
    [5, 1040, "This step acts 5 days after the due date."],
  ])("an offset of %p days reads, in language %p: %s", async (offset, language, text) => {
    const { event } = open(offset, language);
    serve({ retrieveMultipleRecords: jest.fn().mockResolvedValue({ entities: [] }) });
    await onLoad(event);
    expect(notices()).toEqual([["INFO", text]]);
  });

  test("asks for the active steps of the strategy and warns of a step in the wrong order", async () => {
    const { event } = open(12);
    const retrieveMultipleRecords = jest.fn().mockResolvedValue({ entities: [step(1, 12), step(2, 12, "s2"), step(3, 20)] });
    serve({ retrieveMultipleRecords });
    await onLoad(event);
    expect(retrieveMultipleRecords).toHaveBeenCalledWith("duly_strategystep",
      "?$select=duly_name,duly_sequence,duly_offsetdays,duly_offsetbase&$filter=_duly_strategy_value eq aaaaaaaa-0000-4000-8000-000000000001 and statecode eq 0&$orderby=duly_sequence asc", undefined);
    expect(notices()[1]).toEqual(["WARNING", 'Check the order: step 1 "Step 1" acts 12 days after the due date. A later step must act later.']);
  });

  test.each([
    [7, 1033, "This step acts 7 days after the previous step was really sent."], [1, 1033, "This step acts 1 day after the previous step was really sent."],
    [7, 1038, "Ez a lépés az előző lépés tényleges elküldése után 7 nappal hajtódik végre."],
  ])("%p days counted from the previous step read, in language %p: %s; counted from the due date they are said anew", async (offset, language, text) => {
    const { event, from } = open(offset, language, offsetbase.previousStep);
    serve({ retrieveMultipleRecords: jest.fn().mockResolvedValue({ entities: [] }) });
    await onLoad(event);
    expect(notices()).toEqual([["INFO", text]]);
    from.setValue(offsetbase.dueDate);
    from.fireOnChange();
    expect(notices()[0]?.[1]).toMatch(language === 1038 ? "az esedékesség után" : "after the due date");
  });

  test("the ladder 10, previous + 7, previous + 5 is in order; a step 16 days after the due date behind it is not", async () => {
    const { event } = open(7, 1033, offsetbase.previousStep);
    const ladder = [step(1, 10), step(2, 7, "s2", offsetbase.previousStep), step(3, 5, "s3", offsetbase.previousStep)];
    serve({ retrieveMultipleRecords: jest.fn().mockResolvedValueOnce({ entities: ladder }).mockResolvedValue({ entities: [...ladder, step(4, 16)] }) });
    await onLoad(event);
    expect(notices()).toHaveLength(1);
    await onLoad(event);
    expect(notices().at(-1)).toEqual(["WARNING", 'Check the order: step 4 "Step 4" acts 16 days after the due date. A later step must act later.']);
  });

  test("a change of the offset is said anew, and the warning goes when the order is right", async () => {
    const { event, days } = open(12);
    serve({ retrieveMultipleRecords: jest.fn().mockImplementation(() => Promise.resolve({ entities: [step(1, 12), step(3, 20)] })) });
    await onLoad(event);
    days.setValue(14);
    days.fireOnChange();
    await new Promise((resolve) => setTimeout(resolve));
    expect(notices()).toEqual([["INFO", "This step acts 14 days after the due date."]]);
  });

  test("the answer to an older entry does not overwrite the newer one", async () => {
    const { event, days } = open(12);
    const slow = new Promise((resolve) => setTimeout(() => resolve({ entities: [step(1, 30)] }), 20));
    serve({ retrieveMultipleRecords: jest.fn().mockReturnValueOnce(slow).mockResolvedValue({ entities: [] }) });
    const first = onLoad(event);
    days.setValue(40);
    days.fireOnChange();
    await first;
    expect(notices()).toEqual([["INFO", "This step acts 40 days after the due date."]]);
  });

  test("a check that fails is shown with its code", async () => {
    const { event } = open(12);
    serve({ retrieveMultipleRecords: jest.fn().mockRejectedValue({ errorCode: 2147746336, message: "No privilege" }) });
    await onLoad(event);
    expect(notices()[1]).toEqual(["ERROR", "The other steps of the strategy could not be checked. No privilege (0x80040220)"]);
  });

  test("without an offset nothing is said and nothing is asked", async () => {
    const { event } = open(null);
    const retrieveMultipleRecords = jest.fn();
    serve({ retrieveMultipleRecords });
    await onLoad(event);
    expect([notices(), retrieveMultipleRecords.mock.calls]).toEqual([[], []]);
  });
});

describe("the order of steps", () => {
  const named = (sequence: number, offsetDays: number) => ({ id: `s${sequence}`, name: "", sequence, offsetDays, fromPrevious: false });
  test.each([
    ["earlier and earlier", named(1, 5), false], ["earlier, same day", named(1, 12), true], ["earlier, but later", named(1, 13), true],
    ["later and later", named(3, 13), false], ["later, same day", named(3, 12), true], ["later, but earlier", named(3, 5), true], ["itself", named(2, 12), false],
  ])("a step that is %s", (_, other, wrong) => expect(misplaced({ id: "s2", sequence: 2, offsetDays: 12, fromPrevious: false }, [other])).toEqual(wrong ? { ...other, plannedDays: other.offsetDays } : null));
});
