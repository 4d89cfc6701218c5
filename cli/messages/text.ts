import type { Parameters } from "#domain/messages/fault";
import { filled } from "#domain/messages/text";
import boot from "./boot.json";
import { commandMessages } from "./command";
import { mapMessages, policyMessages } from "./files";
import { ledgerMessages } from "./ledger";

/** Every text of the command line by its code; the last sentence says what to do. */
export const cliMessages = { ...boot, ...commandMessages, ...ledgerMessages, ...mapMessages, ...policyMessages } as const;

export type CliCode = keyof typeof cliMessages;

/** The text of a code with its parameters filled in, without the code. */
export const cliText = (code: CliCode, parameters: Parameters = {}): string => filled(cliMessages[code], parameters);
