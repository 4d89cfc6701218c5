import { written } from "#domain/contactpoints/contactpoint";
import type { Reference } from "#solution/generated/names";
import { from } from "../../sdk/query";
import { read, type Reading } from "../../sdk/reading";

/** An address as a row of a debtor names it. */
export interface Addressed { readonly address: string; readonly channel: number; readonly debtor: Reference | null }

const bouncedQuery = ({ address, channel }: Addressed) => from("duly_contactpoint").select("duly_name")
  .join({ table: "duly_debtor", from: "duly_debtorid", to: "duly_debtor", alias: "debtor", select: ["duly_company"] })
  .where(["duly_name", "eq", address.trim()], ["duly_channel", "eq", channel], ["duly_bounced", "eq", true]);

const companyQuery = (debtorId: string) => from("duly_debtor").select("duly_company").where(["duly_debtorid", "eq", debtorId]);

/** Whether a message came back from an address, at whichever debtor of the company it was: entered anew it is not used again either. */
export function* hasBounced(addressed: Addressed): Reading<boolean> {
  const { address, debtor } = addressed;
  if (debtor === null || address.trim() === "") return false;
  const points = (yield* read(bouncedQuery(addressed))).filter((row) => written(row.duly_name ?? "") === written(address));
  if (points.length === 0) return false;
  const [own] = yield* read(companyQuery(debtor.id));
  return points.some((row) => row["debtor.duly_company"]?.id === own?.duly_company?.id);
}
