/** A failed call as it is shown: a code to quote and a text to read. */
export interface Failure {
  readonly code: string;
  readonly text: string;
}

const ruleMessage = /(DULY-[A-Z]+-\d{3})[:\s]*([\s\S]*)/;

const codeOf = (error: object): string => {
  const code = "errorCode" in error ? error.errorCode : "code" in error ? error.code : undefined;
  if (typeof code === "number") return `0x${(code >>> 0).toString(16).padStart(8, "0")}`;
  return typeof code === "string" && code !== "" ? code : "UNKNOWN";
};

/** Reads what a platform call threw. A message of our rules ("DULY-PROMISE-003 …") carries its own code; others have the platform's number. */
export function toFailure(error: unknown): Failure {
  if (typeof error !== "object" || error === null) return { code: "UNKNOWN", text: String(error) };
  const message = "message" in error ? String(error.message) : "";
  const [, code, text] = ruleMessage.exec(message) ?? [];
  return code === undefined ? { code: codeOf(error), text: message } : { code, text: text ?? "" };
}
