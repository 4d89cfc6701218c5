import type { ApiRule, Context, Rule, StepRule } from "../sdk/rule";
import { alertClosing } from "./alert/close";
import { callRules } from "./call/made";
import { checkContactApi } from "./contact/check";
import { optOutRules, receiveReply } from "./contact/optout";
import { releaseMessages } from "./contact/release";
import { caseRules } from "./case/case";
import { principalPaid } from "./charge/paid";
import { chargeRules } from "./charge/waive";
import { balanceCalls } from "./collectors/balance";
import { communicationApproved } from "./communication/approve";
import { frozenRules } from "./communication/frozen";
import { resendMessages } from "./communication/resend";
import { communicationSuppressed } from "./communication/suppressed";
import { companyRules } from "./company/sender";
import { costReportApi } from "./cost/report";
import { communicationClosing } from "./communication/closing";
import { spellingRules } from "./contactpoint/spelling";
import { agreedRules } from "./debtor/agreed";
import { agreementRules } from "./debtor/agreements";
import { debtorRules } from "./debtor/changed";
import { protectionRules } from "./debtor/protected";
import { recordDelivery } from "./delivery/record";
import { templateRules } from "./template/words";
import { disputeApprovalRules } from "./dispute/approve";
import { disputeHistoryRules } from "./dispute/history";
import { disputeOpeningRules } from "./dispute/open";
import { disputeTaskRules } from "./dispute/task";
import { invoiceChanged } from "./invoice/changed";
import { openitemRules } from "./openitem/openitem";
import { allocationRules } from "./payment/allocate";
import { allocationByHandRules } from "./payment/byhand";
import { cancellationRules } from "./payment/cancel";
import { pingOf } from "./ping/ping";
import { planChangeRules } from "./plan/change";
import { proposePlanApi } from "./plan/propose";
import { planTakingRules } from "./plan/take";
import { promiseChangeRules } from "./promise/change";
import { takingRules } from "./promise/take";
import { checkBeforeSend } from "./run/check";
import { explainDecision } from "./run/explain";
import { finishRun } from "./run/finish";
import { forecastActivities } from "./run/forecast";
import { processRunPage } from "./run/page";
import { remindNowApi } from "./run/remind";
import { startRun } from "./run/start";
import { segmentRules } from "./segments/check";
import { segmentDebtorsApi } from "./segments/debtors";
import { evaluateSegments } from "./segments/evaluate";
import { termDeviations } from "./segments/terms";

/** Every rule that runs when a row is saved. */
export const stepRules: readonly StepRule[] = [
  ...openitemRules, ...allocationRules, ...allocationByHandRules, ...cancellationRules, ...takingRules, ...promiseChangeRules, ...planTakingRules, ...planChangeRules, ...agreedRules, ...agreementRules, ...caseRules, ...disputeHistoryRules, ...disputeOpeningRules, ...disputeTaskRules, ...disputeApprovalRules, ...debtorRules, ...spellingRules, ...segmentRules,
  alertClosing, invoiceChanged, communicationSuppressed, communicationApproved, principalPaid, ...chargeRules, communicationClosing, ...frozenRules, ...optOutRules, ...callRules, ...protectionRules, ...templateRules, ...companyRules,
];

const businessApis: readonly ApiRule[] = [startRun, processRunPage, finishRun, explainDecision, checkBeforeSend, remindNowApi, forecastActivities, proposePlanApi, costReportApi, evaluateSegments, segmentDebtorsApi, termDeviations, balanceCalls, checkContactApi, releaseMessages, resendMessages, receiveReply, recordDelivery];

const byId = (rules: readonly (ApiRule | StepRule)[]): ReadonlyMap<string, Rule<Context>> => new Map(rules.map(({ registration, rule }) => [registration.id, rule]));

/** Every rule behind a custom API; the ping plays recorded calls of the others. */
export const apiRules: readonly ApiRule[] = [...businessApis, pingOf(() => byId([...stepRules, ...businessApis]))];

/** Every rule by its id. */
export const rulesById = (): ReadonlyMap<string, Rule<Context>> => byId([...stepRules, ...apiRules]);
