import { XrmMockGenerator } from "xrm-mock";
import { onLoad } from "../../../webresources/forms/promise";
import { openForm } from "../fakes/xrm";

const today = new Date(2026, 10, 24);
beforeAll(() => jest.useFakeTimers({ now: new Date(2026, 10, 24, 15, 30) }));
afterAll(() => jest.useRealTimers());

function open(formType: 1 | 2, promised: Date | null, languageId = 1033) {
  const event = openForm({ table: "duly_promise", id: "{P1}", formType, languageId });
  const { Attribute } = XrmMockGenerator;
  // An empty column has null, which the mock's typings do not foresee.
  const takenOn = Attribute.createDate({ name: "duly_takenon", value: null } as never);
  const day = Attribute.createDate({ name: "duly_promisedate", value: promised } as never, [{ name: "duly_promisedate" }] as never);
  const control = event.getFormContext().getControl<Xrm.Controls.StandardControl>("duly_promisedate");
  const said = new Map<string, string>();
  Object.assign(control ?? {}, {
    setNotification: (text: string, id: string) => !!said.set(id, text),
    clearNotification: (id: string) => said.delete(id),
  });
  return { event, takenOn, day, said };
}

describe("the form of a promise", () => {
  test("a new promise is taken today", () => {
    const { event, takenOn } = open(1, null);
    onLoad(event);
    expect(takenOn.getValue()).toEqual(today);
  });

  test("a day of taking that was entered stays, and so does that of an older promise", () => {
    const entered = open(1, null);
    entered.takenOn.setValue(new Date(2026, 10, 20));
    onLoad(entered.event);
    expect(entered.takenOn.getValue()).toEqual(new Date(2026, 10, 20));
    const older = open(2, new Date(2026, 9, 1));
    onLoad(older.event);
    expect([older.takenOn.getValue(), [...older.said]]).toEqual([null, []]);
  });

  test.each([
    ["yesterday", new Date(2026, 10, 23), 1033, ["The promised day is in the past."]], ["today", today, 1033, []], ["tomorrow", new Date(2026, 10, 25), 1033, []],
    ["yesterday, in Hungarian", new Date(2026, 10, 23), 1038, ["Az ígért nap a múltban van."]],
  ])("a promise for %s", (_, day, language, texts) => {
    const form = open(1, null, language);
    onLoad(form.event);
    form.day.setValue(day);
    form.day.fireOnChange();
    expect([...form.said.values()]).toEqual(texts);
  });

  test("the remark goes when the day is mended", () => {
    const form = open(1, new Date(2026, 10, 1));
    onLoad(form.event);
    expect(form.said.size).toBe(1);
    form.day.setValue(today);
    form.day.fireOnChange();
    expect(form.said.size).toBe(0);
  });
});
