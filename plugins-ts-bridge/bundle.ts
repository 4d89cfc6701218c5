import "./sdk/prelude";
import { apiRules, stepRules } from "./rules/all";
import { createDriver } from "./sdk/driver";
import { typesJson } from "./sdk/types";

/** Entry of the bundle: three globals for the host, `start`, `resume` and `types`. */
const driver = createDriver(new Map([...stepRules, ...apiRules].map(({ registration, rule }) => [registration.id, rule])));

Object.assign(globalThis, driver, { types: () => typesJson(apiRules) });
