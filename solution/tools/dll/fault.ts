/** A file that is no readable .NET assembly; the message says why, without a full stop. */
export class DllError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = "DllError";
  }
}
