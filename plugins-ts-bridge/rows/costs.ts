import { parseCost, type CostRate } from "#domain/costs/cost";
import { from } from "../sdk/query";
import { channelOf } from "./codes";
import { toDay } from "./debtor";

export const costRateQuery = (companyId: string) => from("duly_costrate").select("duly_name", "duly_channel", "duly_validfrom", "duly_amount", "duly_persegment")
  .where(["duly_company", "eq", companyId], ["statecode", "eq", 0]);
export type CostRateColumns = ReturnType<typeof costRateQuery>["row"];

/** A rate without channel or day is none. */
export function toCostRate(row: CostRateColumns): readonly CostRate[] {
  const [channel, validFrom] = [channelOf(row.duly_channel), toDay(row.duly_validfrom)];
  if (channel === null || validFrom === null) return [];
  return [{ name: row.duly_name ?? "", channel, validFrom, amount: parseCost(row.duly_amount ?? ""), perSegment: row.duly_persegment ?? false }];
}
