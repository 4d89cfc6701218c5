import "./sdk/prelude";
import { apiRules, stepRules } from "./rules/all";
import { createDriver } from "./sdk/driver";

/** Entry of the bundle: two globals for the host, `start` and `resume`. */
const driver = createDriver(new Map([...stepRules, ...apiRules].map(({ registration, rule }) => [registration.id, rule])));

Object.assign(globalThis, driver);
