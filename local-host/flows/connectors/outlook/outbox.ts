import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { OperationCall } from "../contract";

/** File name of the message that an action of a run sends: the same on every delivery of the run, different for every action and pass of a loop. */
export function messageFile({ runId, actionName, repetition }: Pick<OperationCall, "runId" | "actionName" | "repetition">): string {
  const slug = actionName.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 40);
  // The hash keeps apart names that share a slug.
  const hash = createHash("sha256").update(`${runId}\n${actionName.toLowerCase()}`).digest("hex").slice(0, 8);
  return [runId.replace(/[^A-Za-z0-9-]/g, "_"), slug, hash, ...repetition].join("-") + ".eml";
}

/** Writes a message whole or not at all; one of the same name is replaced. What a killed writer left half is written over when the run is delivered again. */
export function writeMessage(folder: string, file: string, text: string): void {
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  const temporary = join(folder, `.${file}.part`);
  writeFileSync(temporary, text, "utf8");
  renameSync(temporary, join(folder, file));
}
