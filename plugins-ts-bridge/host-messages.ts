import { filled } from "#domain/messages/text";
import type { Parameters } from "#domain/messages/fault";
import messages from "./host-messages.json";

/** What a host of the rules tells; both hosts take their texts from host-messages.json. */
export const hostMessages: Readonly<Record<HostCode, string>> = messages;

export type HostCode = keyof typeof messages;

/** "DULY-HOST-002 The web resource … does not exist. Import the solution again." */
export const hostText = (code: HostCode, parameters: Parameters = {}): string => `${code} ${filled(messages[code], parameters)}`;
