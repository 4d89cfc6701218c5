import type { ApiRule, StepRule } from "../sdk/rule";
import { balanceCalls } from "./collectors/balance";
import { communicationApproved } from "./communication/approve";
import { communicationSuppressed } from "./communication/suppressed";
import { agreedRules } from "./debtor/agreed";
import { agreementRules } from "./debtor/agreements";
import { debtorRules } from "./debtor/changed";
import { invoiceChanged } from "./invoice/changed";
import { openitemRules } from "./openitem/openitem";
import { allocationRules } from "./payment/allocate";
import { allocationByHandRules } from "./payment/byhand";
import { cancellationRules } from "./payment/cancel";
import { ping } from "./ping";
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
  ...openitemRules, ...allocationRules, ...allocationByHandRules, ...cancellationRules, ...takingRules, ...promiseChangeRules, ...agreedRules, ...agreementRules, ...debtorRules,
  ...segmentRules,
  invoiceChanged, communicationSuppressed, communicationApproved,
];

/** Every rule behind a custom API. */
export const apiRules: readonly ApiRule[] = [startRun, processRunPage, finishRun, explainDecision, checkBeforeSend, remindNowApi, forecastActivities, evaluateSegments, segmentDebtorsApi, termDeviations, balanceCalls, ping];
