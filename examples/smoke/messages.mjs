import { readFileSync } from "node:fs";

const texts = JSON.parse(readFileSync(new URL("messages.json", import.meta.url), "utf8"));

/** An expected failure: a code of messages.json and the text with its parameters filled in. */
export class SmokeFault extends Error {
  constructor(code, parameters = {}) {
    super(texts[code].replace(/\{(\w+)\}/g, (place, name) => String(parameters[name] ?? place)));
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
