import { LedgerError } from "../../../cli/ledger/fault";
import { readPack } from "../../../cli/ledger/pack";
import { packJson, step, strategy, template } from "../../builders/pack";

const faultsOf = (json: string): readonly string[] => {
  try {
    readPack(json);
    return [];
  } catch (error) {
    if (error instanceof LedgerError) return error.faults.map(({ code, text }) => `${code} ${text}`);
    throw error;
  }
};

const text = (subject: string, body: readonly string[]) => ({ templates: [template({ texts: { english: { subject, body } } })] });

test("a small pack passes", () => {
  expect(faultsOf(packJson())).toEqual([]);
});

test.each([
  ["an unknown key", packJson({ stragegies: [] }), "DULY-POLICY-002 stragegies"],
  ["no strategies key", packJson({ strategies: undefined }), "DULY-POLICY-003 strategies: is missing"],
  ["half a day", packJson(strategy(step(1.5))), "DULY-POLICY-004 strategies[0].steps[0].offsetDays: found 1.5"],
  ["an amount in words", packJson(strategy(step(3, { minimumAmount: { amount: "ten", currency: "EUR" } }))), 'DULY-POLICY-004 strategies[0].steps[0].minimumAmount.amount: found "ten"'],
  ["two templates of one code", packJson({ templates: [template(), template()] }), 'DULY-POLICY-010 templates: the code "t"'],
  ["a strategy without steps", packJson(strategy()), 'DULY-POLICY-011 strategies "s": has no steps'],
  ["equal offsets", packJson(strategy(step(3), step(3))), 'DULY-POLICY-012 strategies "s", step 2: 3 days do not come after the 3'],
  ["falling offsets", packJson(strategy(step(3), step(-3))), "DULY-POLICY-012"],
  ["an unknown template", packJson(strategy(step(3, { template: "x" }))), 'DULY-POLICY-013 strategies "s", step 1: there is no template "x" in the pack. Write one of "t"'],
  ["a template of another channel", packJson(strategy(step(3, { channel: "sms" }))), "DULY-POLICY-014"],
  ["an unknown company strategy", packJson({ companyStrategy: "x" }), 'DULY-POLICY-015 companyStrategy: there is no strategy "x"'],
  ["an unknown strategy of a class", packJson({ creditClasses: [{ code: "c", name: "C", dunnable: true, strategy: "x" }] }), 'DULY-POLICY-015 creditClasses "c"'],
  ["a variant for an unknown payment type", packJson({ templateVariants: [{ template: "t", variant: "t", paymentType: "CASH" }] }), 'DULY-POLICY-021 templateVariants[0].paymentType names "CASH"'],
  ["a channel of a class that there is not", packJson({ creditClasses: [{ code: "c", name: "C", dunnable: true, channel: "pigeon" }] }), 'DULY-POLICY-004 creditClasses[0].channel: found "pigeon"'],
  ["a missing language", packJson({ languages: ["english", "hungarian"] }), 'DULY-POLICY-016 templates "t": has no text in hungarian'],
  ["a language too many", packJson({ languages: [] }), 'DULY-POLICY-017 templates "t": has a text in english'],
  ["an empty body", packJson(text("S", [""])), "DULY-POLICY-004 templates[0].texts.english.body[0]"],
  ["an open section", packJson(text("S", ["{{#items}}"])), 'DULY-POLICY-018 templates "t", english: Unclosed section "items"'],
  ["an unescaped field", packJson(text("S", ["{{#items}}{{{invoice}}}{{/items}}"])), "DULY-POLICY-019"],
  ["a field that no message knows", packJson(text("S", ["{{dbtor.name}}"])), 'DULY-POLICY-022 templates "t", english: the merge field {{dbtor.name}} is none that a message knows: its place would stay empty. Write instead: {{debtor.name}}.'],
  ["a field of a broken promise in a reminder", packJson(text("{{promise.date}}", ["x"])), "DULY-POLICY-022"],
  ["an unescaped field by ampersand", packJson(text("{{& total}}", ["x"])), "DULY-POLICY-019"],
])("a pack with %s is refused with a code and the place", (_what, json, fault) => {
  const faults = faultsOf(json);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(fault);
});
