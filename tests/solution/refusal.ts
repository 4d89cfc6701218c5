import { PackError } from "#solution/tools/fault";

/** What the packer refuses a piece of work with; any other error goes on. */
export function refusal(work: () => unknown): string {
  try {
    work();
    return "nothing was refused";
  } catch (error) {
    if (error instanceof PackError) return error.message;
    throw error;
  }
}
