import type { Flow } from "../model/environment";
import releaseMessages from "./release-messages.json";
import nightly from "./run-dunning-every-night.json";
import sendEmail from "./send-email.json";

/** The shipped cloud flows; the files are the designer's own format. */
export const flows: readonly Flow[] = [
  { key: "run-dunning-every-night", label: "Duly | Run dunning every night", content: nightly },
  { key: "release-messages", label: "Duly | Release messages", content: releaseMessages },
  { key: "send-email", label: "Duly | Send e-mail", content: sendEmail },
];
