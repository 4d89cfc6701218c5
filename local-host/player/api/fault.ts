/** A refusal of the Web API: the platform's code and text. status 0 = the server could not be reached. */
export class WebApiFault extends Error {
  constructor(readonly code: string, message: string, readonly status: number, readonly raw = "") {
    super(message);
    this.name = "WebApiFault";
  }
}

/** Code and text of anything that was thrown, for showing to the user. */
export function describe(problem: unknown): { readonly code: string; readonly message: string } {
  if (problem instanceof WebApiFault) return { code: problem.code, message: problem.message };
  if (problem instanceof Error) {
    const code = "code" in problem && typeof problem.code === "string" ? problem.code : "PLAYER-FAULT";
    return { code, message: problem.message };
  }
  return { code: "PLAYER-FAULT", message: String(problem) };
}
