import type { StepRule } from "../sdk/rule";
import { alertClosing } from "./alert/close";
import { callRules } from "./call/made";
import { caseRules } from "./case/case";
import { principalPaid } from "./charge/paid";
import { chargeRules } from "./charge/waive";
import { communicationApproved } from "./communication/approve";
import { frozenRules } from "./communication/frozen";
import { communicationLeft } from "./communication/left";
import { communicationResolution } from "./communication/resolution";
import { communicationRemoved, communicationSuppressed } from "./communication/suppressed";
import { companyRules } from "./company/sender";
import { communicationClosing } from "./communication/closing";
import { optOutRules } from "./contact/optout";
import { spellingRules } from "./contactpoint/spelling";
import { agreedRules } from "./debtor/agreed";
import { agreementRules } from "./debtor/agreements";
import { debtorRules } from "./debtor/changed";
import { protectionRules } from "./debtor/protected";
import { templateRules } from "./template/words";
import { disputeApprovalRules } from "./dispute/approve";
import { disputeHistoryRules } from "./dispute/history";
import { disputeOpeningRules } from "./dispute/open";
import { disputeResolved } from "./dispute/resolved";
import { disputeTaskRules } from "./dispute/task";
import { holdRules } from "./hold/ended";
import { invoiceChanged } from "./invoice/changed";
import { openitemRules } from "./openitem/openitem";
import { allocationRules } from "./payment/allocate";
import { allocationByHandRules } from "./payment/byhand";
import { cancellationRules } from "./payment/cancel";
import { planChangeRules } from "./plan/change";
import { instalmentRules } from "./plan/instalments";
import { planItemRemoved } from "./plan/items";
import { planReopenRules } from "./plan/reopen";
import { planTakingRules } from "./plan/take";
import { promiseChangeRules } from "./promise/change";
import { promiseLineRemoved } from "./promise/lines";
import { promiseReopenRules } from "./promise/reopen";
import { takingRules } from "./promise/take";
import { segmentRules } from "./segments/check";

/** Every rule that runs when a row is saved. */
export const stepRules: readonly StepRule[] = [
  ...openitemRules, ...allocationRules, ...allocationByHandRules, ...cancellationRules, ...takingRules, ...promiseChangeRules, ...promiseReopenRules, ...planTakingRules, ...planChangeRules, ...planReopenRules, ...instalmentRules, planItemRemoved, promiseLineRemoved, ...agreedRules, ...agreementRules, disputeResolved, ...holdRules, ...caseRules, ...disputeHistoryRules, ...disputeOpeningRules, ...disputeTaskRules, ...disputeApprovalRules, ...debtorRules, ...spellingRules, ...segmentRules,
  alertClosing, invoiceChanged, communicationSuppressed, communicationLeft, communicationRemoved, communicationApproved, communicationResolution, principalPaid, ...chargeRules, communicationClosing, ...frozenRules, ...optOutRules, ...callRules, ...protectionRules, ...templateRules, ...companyRules,
];
