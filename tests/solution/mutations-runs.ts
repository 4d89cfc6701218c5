import type { Mutation } from "./mutations";
import { inEntry } from "./package";

const sending = /^Workflows\/DulySend.*json$/;
const nightly = /^Workflows\/DulyRun.*json$/;
const compose = (inputs: string) => inEntry(sending, "\"actions\": {", `"actions": { "Word": { "type": "Compose", "inputs": "${inputs}" },`);

/** What keeps a flow from being turned on. */
export const runMutations: readonly Mutation[] = [
  ["DULY-CHECK-112", "a flow of another schema version", inEntry(sending, "\"schemaVersion\": \"1.0.0.0\"", "\"schemaVersion\": \"9\""), "Its schemaVersion is '9'"],
  ["DULY-CHECK-153", "a flow with two triggers", inEntry(sending, "\"triggers\": {", "\"triggers\": { \"Second\": { \"type\": \"Recurrence\" },"), "Second, When_an_e_mail_becomes_ready"],
  ["DULY-CHECK-154", "an action that waits for an unknown outcome", inEntry(sending, "\"Succeeded\"", "\"Fine\""), "waits for the outcome \"Fine\""],
  ["DULY-CHECK-155", "an expression with a bracket too many", compose("@concat('a')))"), "')' closes nothing"],
  ["DULY-CHECK-155", "an expression with a bracket too few", compose("@concat('a', string(1)"), ") is missing"],
  ["DULY-CHECK-155", "an expression with brackets crossed", compose("@outputs('Word'['x')]"), "')' closes nothing"],
  ["DULY-CHECK-155", "an expression with a text that does not end", compose("@concat('a)"), "a text in quotes is not closed"],
  ["DULY-CHECK-155", "an expression that a text does not close", compose("It is @{utcNow()."), "} is missing"],
  ["DULY-CHECK-155", "an expression inside a text with a bracket too few", compose("It is @{string(1} now"), "'}' closes nothing"],
  ["DULY-CHECK-156", "a function that is none", inEntry(sending, "@utcNow()", "@nowUtc()"), "calls the function nowUtc"],
  ["DULY-CHECK-156", "a function inside a text that is none", compose("It is @@{plain()} and @{concat('{', nowUtc())}"), "calls the function nowUtc"],
  ["DULY-CHECK-157", "an operation that Dataverse lacks", inEntry(nightly, "\"operationId\": \"ListRecords\"", "\"operationId\": \"ListRows\""), "the operation ListRows of shared_commondataserviceforapps"],
  ["DULY-CHECK-157", "an operation that Outlook lacks", inEntry(sending, "\"operationId\": \"SendEmailV2\"", "\"operationId\": \"CreateRecord\""), "the operation CreateRecord of shared_office365"],
];
