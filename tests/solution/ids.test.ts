import { idOf } from "#solution/tools/ids";

describe("ids", () => {
  test.each([
    ["flow", "run-dunning-every-night", "284b492d-84ec-5b6a-9450-5a78ed2e9829"],
    ["flow", "send-email", "f0278747-bf58-5d9d-8788-7012f8cd5c38"],
    ["profile", "vulnerable-customers", "d5298fa7-d575-577e-a6a0-888084daaa88"],
    ["role", "collector", "69d04f65-20f0-5260-89ae-605fb8dc63cf"],
    ["webresource", "duly_/rules/bundle.js", "2620e9a4-8846-586b-87dd-7ea3762b3d3a"],
    ["plugintype", "Duly.TsHost.RuleStep", "00b282b0-77ab-5983-9a1f-40d2a1a3bf9f"],
    ["form", "duly_debtor.main", "e80829fe-66ac-5568-92c5-b656815c808c"],
  ] as const)("the id of %s %s is frozen: customers' systems hold it", (kind, name, id) => expect(idOf(kind, name)).toBe(id));

  test("are version 5 and differ by kind", () => {
    expect(idOf("view", "x")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(idOf("view", "x")).not.toBe(idOf("form", "x"));
  });
});
