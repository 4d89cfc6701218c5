import { readFileSync } from "node:fs";

const texts = JSON.parse(readFileSync(new URL("messages.json", import.meta.url), "utf8"));

/** An expected failure: a code of messages.json and the text with its parameters filled in. */
export class SmokeFault extends Error {
  constructor(code, parameters = {}) {
    super(texts[code].replace(/\{(\w+)\}/g, (_place, name) => String(parameters[name] ?? "(nothing)")));
    this.name = "SmokeFault";
    this.code = code;
  }
}

/** Why something failed, in one line, with what stands behind a failed fetch. */
export const reasonOf = (error) => {
  const cause = error?.cause?.code ?? error?.cause?.message;
  const text = error instanceof Error ? error.message : String(error);
  return (cause === undefined ? text : `${text} (${cause})`).replace(/\s+/g, " ").replace(/\.$/, "");
};

/** No answer came: the network, or the time that a request may take. What comes after would fail the same way. */
export class NoAnswer extends Error {}

/** A failure in words of messages.json. */
export function faultOf(error) {
  if (error instanceof SmokeFault) return error;
  return new SmokeFault(error instanceof NoAnswer ? "DULY-SMOKE-031" : "DULY-SMOKE-030", { reason: reasonOf(error) });
}

/** Runs a script: its exit code, or 2 with the message of a SmokeFault. Anything else is a defect and shows where it happened. */
export async function ending(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof SmokeFault)) throw error;
    process.stderr.write(`${error.code} ${error.message}\n`);
    process.exitCode = 2;
  }
}
