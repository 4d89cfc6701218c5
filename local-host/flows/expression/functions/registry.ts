import { COLLECTIONS } from "./collections";
import { CONVERSION } from "./conversion";
import { DATES } from "./dates";
import { ENCODING } from "./encoding";
import { LOGIC } from "./logic";
import { NUMBERS } from "./numbers";
import { OBJECTS } from "./objects";
import { REFERENCES } from "./references";
import type { FunctionRule } from "./rule";
import { STRINGS } from "./strings";

/** Every function that the runner knows, by lower-case name. What is not here fails the run by name. */
export const FUNCTIONS: ReadonlyMap<string, FunctionRule> = new Map(
  [LOGIC, STRINGS, COLLECTIONS, OBJECTS, NUMBERS, CONVERSION, ENCODING, DATES, REFERENCES].flatMap((table) => Object.entries(table)),
);
