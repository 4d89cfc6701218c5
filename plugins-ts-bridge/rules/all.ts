import { type ApiRule, type StepRule, rulesById } from "../sdk/rule";
import { checkContactApi } from "./contact/check";
import { receiveReply } from "./contact/optout";
import { releaseMessages } from "./contact/release";
import { balanceCalls } from "./collectors/balance";
import { resendMessages } from "./communication/resend";
import { costReportApi } from "./cost/report";
import { recordDelivery } from "./delivery/record";
import { pingOf } from "./ping/ping";
import { proposePlanApi } from "./plan/propose";
import { checkBeforeSend } from "./run/check";
import { explainDecision } from "./run/explain";
import { finishRun } from "./run/finish";
import { forecastActivities } from "./run/forecast";
import { processRunPage } from "./run/page";
import { remindNowApi } from "./run/remind";
import { startRun } from "./run/start";
import { segmentDebtorsApi } from "./segments/debtors";
import { evaluateSegments } from "./segments/evaluate";
import { termDeviations } from "./segments/terms";
import { stepRules } from "./steps";

const businessApis: readonly ApiRule[] = [startRun, processRunPage, finishRun, explainDecision, checkBeforeSend, remindNowApi, forecastActivities, proposePlanApi, costReportApi, evaluateSegments, segmentDebtorsApi, termDeviations, balanceCalls, checkContactApi, releaseMessages, resendMessages, receiveReply, recordDelivery];

/** Every rule behind a custom API; the ping plays recorded calls of the others. */
export const apiRules: readonly ApiRule[] = [...businessApis, pingOf(() => rulesById([...stepRules, ...businessApis]))];

/** Every rule. */
export const allRules: readonly (ApiRule | StepRule)[] = [...stepRules, ...apiRules];
