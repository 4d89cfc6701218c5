import { english } from "#domain/messages/english";
import { fault } from "#domain/messages/fault";
import { hungarian } from "#domain/messages/hungarian";
import { faultText, messageText } from "#domain/messages/text";
import { reasonCodes } from "#domain/dunning/reasons";

const parametersOf = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "").sort();

test("every message stands in both languages with the same parameters", () => {
  for (const [code, text] of Object.entries(english)) expect([code, parametersOf(hungarian[code as keyof typeof english])]).toEqual([code, parametersOf(text)]);
  expect(Object.keys(hungarian)).toEqual(Object.keys(english));
});

test("every reason has a text", () => {
  expect(Object.keys(english).filter((code) => code.startsWith("reason.")).sort()).toEqual(reasonCodes.map((code) => `reason.${code}`).sort());
});

test("a message carries its code and its parameters; values are not read as messages", () => {
  expect(faultText(fault("DULY-RULE-002", { input: "RunId" }))).toBe("DULY-RULE-002 The input RunId is missing. Pass it to the API.");
  expect(messageText("DULY-COMMUNICATION-003", { item: "{text}", text: "x." })).toMatch(/^\{text\}: x\. /);
});
