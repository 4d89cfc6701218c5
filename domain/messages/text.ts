import { english, type MessageCode } from "./english";
import type { Fault, Parameters } from "./fault";

/** The texts of one language. */
export type Catalogue = Readonly<Record<MessageCode, string>>;

/** A text with its parameters filled in; a parameter that is not given stays as {name}. */
export const filled = (text: string, parameters: Parameters): string =>
  // Most texts that rules write have no parameters, and patterns are dear to the engine in Dataverse.
  !text.includes("{") ? text : text.replace(/\{(\w+)\}/g, (place: string, name: string) => {
    const value = parameters[name];
    return value === undefined ? place : String(value);
  });

/** The message of a code with its parameters filled in. */
export const messageText = (code: MessageCode, parameters: Parameters = {}, catalogue: Catalogue = english): string =>
  filled(catalogue[code], parameters);

/** As a user sees a fault: "DULY-PROMISE-003 The promised amount …". */
export const faultText = (fault: Fault, catalogue: Catalogue = english): string =>
  `${fault.code} ${messageText(fault.code, fault.parameters, catalogue)}`;
