import type { EntityReference, Value } from "./contract";

/** Whether a value is a reference to a row. */
export const isReference = (value: Value | undefined): value is EntityReference => typeof value === "object" && value !== null && "logicalName" in value;
