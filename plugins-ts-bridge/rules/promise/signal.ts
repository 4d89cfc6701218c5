import type { SignalPromise } from "#domain/dunning/actions";
import { brokenPromiseFields } from "#domain/promises/view";
import { decimalText } from "#domain/money/decimal";
import { channel, communicationStatus, contactrulepurpose, language } from "#solution/generated/names";
import { currencyReference } from "../../rows/currencies";
import { create, update, type Effect } from "../../sdk/effect";
import { reference } from "../../sdk/value";
import type { Sending } from "../run/communication";
import { templateName, written } from "../run/render";

/** The message about a broken promise as a row, and when it was told. Its unique key is the promise and the day: whoever takes it up again is told again when it is broken again. */
export function signalEffects({ promiseId, signal }: SignalPromise, { debtor, asOf, runId, userId, read }: Sending): readonly Effect[] {
  const { company } = read.policy;
  const fields = brokenPromiseFields({ signal, debtor, company, asOf });
  const template = company.terms.brokenPromiseTemplateId ?? "";
  const { subject, body } = written(signal.text, fields, { purpose: "brokenPromise", template: templateName(template, read.policy), as: signal.channel === "sms" ? "plain" : "html" });
  const message = create("duly_communication", {
    duly_name: subject === "" ? company.name : subject, duly_body: body, duly_debtor: reference("duly_debtor", debtor.id), duly_company: reference("duly_company", company.id),
    ...(runId === null ? {} : { duly_run: reference("duly_run", runId) }), duly_plannedby: reference("systemuser", userId), duly_promise: reference("duly_promise", promiseId), duly_channel: channel[signal.channel], duly_wantedchannel: channel[signal.channel],
    duly_purpose: contactrulepurpose.dunning, duly_language: language[signal.text.language], duly_address: signal.address, duly_sender: company.sender,
    duly_total: decimalText(signal.amount), duly_plannedon: asOf, duly_uniquekey: `promise|${promiseId}|${asOf}`, transactioncurrencyid: currencyReference(signal.amount, read.currencies),
    duly_template: reference("duly_template", template),
    statuscode: signal.needsApproval ? communicationStatus.awaitingApproval : communicationStatus.ready,
  });
  return [message, update("duly_promise", promiseId, { duly_signalledon: asOf })];
}
