import { apiRules } from "#bridge/rules/all";
import { parseJson } from "#bridge/sdk/json";
import { defineStep } from "#bridge/sdk/rule";
import { trace } from "#bridge/sdk/effect";
import { typesJson } from "#bridge/sdk/types";

test.each([
  ["half a pair, escaped", "{\"a\":\"x\\ud800y\"}", { a: "x\ufffdy" }],
  ["the other half, escaped", "[\"\\uDC00\"]", ["\ufffd"]],
  ["half a pair as it is", "[\"\ud800\"]", ["\ufffd"]],
  ["a whole pair, escaped", "[\"\\ud83d\\ude42\"]", ["🙂"]],
  ["plain text", "[\"árvíz 🙂\"]", ["árvíz 🙂"]],
])("text from the host is well formed: %s", (_what, json, value) => {
  expect(parseJson(json)).toEqual(value);
});

test("an image has every registered column, whatever the platform leaves out", () => {
  const step = defineStep(
    { id: "x", message: "Update", table: "duly_hold", stage: "PreOperation", images: { pre: ["duly_endson", "duly_name"] } },
    function* ({ preImage, postImage }) { return [trace(JSON.stringify([preImage, postImage]))]; },
  );
  const context = { message: "Update", table: "duly_hold", stage: 20, depth: 1, nowUtc: "", today: "", userId: "", primaryId: null, target: {}, postImage: null, input: {}, host: { engine: "", sha256: "" } };
  expect(step.rule({ ...context, preImage: { duly_name: "H" } }).next([]).value).toEqual([trace('[{"duly_endson":null,"duly_name":"H"},{}]')]);
});

test("hosts with typed values learn the kinds of columns and response properties", () => {
  const { columns, outputs } = JSON.parse(typesJson(apiRules)) as Record<string, Record<string, Record<string, string>>>;
  expect(columns?.duly_payment).toEqual({ money: "duly_amount duly_unapplied", day: "duly_valuedate duly_bookedon" });
  expect(outputs?.duly_Ping).toEqual({ Engine: "String", Sha256: "String", Result: "String", Cases: "Integer", Answers: "String" });
});
