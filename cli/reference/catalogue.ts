import { english } from "#domain/messages/english";
import { hostMessages } from "#bridge/host-messages";
import { catalogue as checkMessages } from "#solution/tools/check/catalogue";
import { packMessages } from "#solution/tools/messages";
import smokeMessages from "../../examples/smoke/messages.json";
import mergeMessages from "../../plugins-ts-bridge/host-csharp/merge/merge-messages.json";
import { cliMessages } from "../messages/text";

export interface Message {
  readonly code: string;
  /** What is wrong; parameters as {name}. */
  readonly meaning: string;
  /** What to do about it. */
  readonly mend: string;
}

/** The last sentence of a message is its mend: a rule of every catalogue. Of one sentence only, `mend` is empty. */
export function message(code: string, text: string): Message {
  const sentences = text.split(/(?<=[.!?}])\s+(?=\p{Lu})/u);
  const mend = sentences.length > 1 ? sentences[sentences.length - 1] ?? "" : "";
  return { code, meaning: mend === "" ? text : sentences.slice(0, -1).join(" "), mend };
}

/** A message of the packer or its linter: both keep problem and mend apart. A place's own mend stands at the end of its message. */
const toolMessage = ([code, [meaning, mend]]: readonly [string, readonly [string, string]]): Message =>
  ({ code, meaning, mend: /^\{\d\}$/.test(mend) ? "What the message ends with." : mend });

/** Every catalogue of whole texts; codes are unique over all catalogues. */
const catalogues: readonly Readonly<Record<string, string>>[] = [english, hostMessages, mergeMessages, cliMessages, smokeMessages];

const isCode = (key: string): boolean => key.startsWith("DULY-");

/** Every error code in the order of its name. */
export const messages: readonly Message[] = catalogues.flatMap((catalogue) => Object.entries(catalogue)).filter(([key]) => isCode(key))
  .map(([code, text]) => message(code, text)).concat(Object.entries({ ...packMessages, ...checkMessages }).map(toolMessage)).sort((a, b) => (a.code < b.code ? -1 : 1));

/** What a decision says about an item: the key of the reason and its text. */
export const reasons: readonly (readonly [key: string, text: string])[] = Object.entries(english)
  .filter(([key]) => !isCode(key)).map(([key, text]) => [key.replace(/^reason\./, ""), text]);
