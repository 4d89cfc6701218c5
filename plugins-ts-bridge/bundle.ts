import "./sdk/prelude";
import { allRules, apiRules } from "./rules/all";
import { createDriver } from "./sdk/driver";
import { rulesById } from "./sdk/rule";
import { typesJson } from "./sdk/types";

/** Entry of the bundle: `start`, `resume` and `types` for the hosts, and `ruleIds` for the check of a package. */
const rules = rulesById(allRules);

Object.assign(globalThis, createDriver(rules), { types: () => typesJson(apiRules), ruleIds: () => JSON.stringify([...rules.keys()]) });
