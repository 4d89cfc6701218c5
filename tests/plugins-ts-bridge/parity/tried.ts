import { PlatformError } from "../../builders/rules/store";

/** Refusals are answers too; anything that is neither a refusal nor a duplicate is a fault of the generator. */
export function tried(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof PlatformError) || error.message.startsWith("DULY-HOST")) throw error;
  }
}
