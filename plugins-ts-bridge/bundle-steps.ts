import "./sdk/prelude";
import { stepRules } from "./rules/steps";
import { createDriver } from "./sdk/driver";
import { rulesById } from "./sdk/rule";
import { typesJson } from "./sdk/types";

/** Entry of the part of the bundle that a host loads for a save: the rules behind steps alone, less than half of all to parse. */
Object.assign(globalThis, createDriver(rulesById(stepRules)), { types: () => typesJson([]) });
