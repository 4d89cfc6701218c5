import { channel, contactrulekind, contactrulepurpose, contactruleStatus, debtorkind } from "#solution/generated/names";
import type { EntityReference, OrganizationService, Row } from "../../local-host/service/contract";
import { keyOf, put, readMirror, type Writing } from "../ledger/mirror";
import { prefixed, textIn } from "../ledger/rows";
import type { ContactPack, PackContactRule } from "./pack";

const states = { active: { statecode: 0, statuscode: contactruleStatus.active }, inactive: { statecode: 1, statuscode: contactruleStatus.inactive } };

const ruleRow = (rule: PackContactRule, further: EntityReference | null): Row => ({
  ...prefixed(rule), duly_kind: contactrulekind[rule.kind], duly_channel: rule.channel === null ? null : channel[rule.channel], duly_customchannel: further,
  duly_purpose: rule.purpose === null ? null : contactrulepurpose[rule.purpose], duly_debtorkind: rule.debtorkind === null ? null : debtorkind[rule.debtorkind],
});

const byCode = (service: OrganizationService, table: string) => readMirror(service, table, { columns: ["duly_code"], key: (row) => keyOf(textIn(row, "duly_code")) });

/**
 * Rules and further channels of a pack, stored active or inactive. Rows that exist stay as an administrator left them. Gives how many are new.
 */
export function seedContact(service: OrganizationService, { name, customchannels, contactrules }: ContactPack, state: keyof typeof states): number {
  const writing: Writing = { service, undo: [] };
  const channels = byCode(service, "duly_customchannel");
  const rules = byCode(service, "duly_contactrule");
  const opened = customchannels.map((one) => ({ code: one.code, ...put(writing, channels, { key: keyOf(one.code), columns: {}, initial: prefixed(one) }) }));
  const referenceOf = new Map(opened.map(({ code, id }) => [code, { logicalName: "duly_customchannel", id }]));
  const written = contactrules.map((rule) => put(writing, rules, {
    key: keyOf(rule.code), columns: {}, initial: { ...ruleRow(rule, referenceOf.get(rule.customchannel ?? "") ?? null), duly_pack: name, ...states[state] },
  }));
  return [...opened, ...written].filter(({ change }) => change === "created").length;
}
