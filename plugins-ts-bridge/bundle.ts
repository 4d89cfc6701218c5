import "./sdk/prelude";
import { apiRules, rulesById } from "./rules/all";
import { createDriver } from "./sdk/driver";
import { typesJson } from "./sdk/types";

/** Entry of the bundle: three globals for the host, `start`, `resume` and `types`. */
const driver = createDriver(rulesById());

Object.assign(globalThis, driver, { types: () => typesJson(apiRules) });
