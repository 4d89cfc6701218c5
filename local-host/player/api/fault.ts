/** A refusal of the Web API: the platform's code and text. status 0 = the server could not be reached. */
export class WebApiFault extends Error {
  constructor(readonly code: string, message: string, readonly status: number, readonly raw = "") {
    super(message);
    this.name = "WebApiFault";
  }
}

/** The platform's code of every refusal by a plug-in, whose text is made for the user and names what it is by itself. */
const BY_PLUGIN = "0x80040265";

/** The code that is shown beside a text, for looking it up; null where it says nothing. */
export const shownCode = (code: string | undefined): string | null => (code === undefined || code === BY_PLUGIN ? null : code);

/** Code and text of anything that was thrown, for showing to the user. */
export function describe(problem: unknown): { readonly code: string; readonly message: string } {
  if (problem instanceof WebApiFault) return { code: problem.code, message: problem.message };
  if (problem instanceof Error) {
    const code = "code" in problem && typeof problem.code === "string" ? problem.code : "PLAYER-FAULT";
    return { code, message: problem.message };
  }
  return { code: "PLAYER-FAULT", message: String(problem) };
}
