import type { Fault } from "../messages/fault";
import type { OpenItem } from "../receivables/item";
import type { Choice } from "../strategies/choose";
import type { World } from "./world";

type Naming = Pick<World, "facts" | "policy" | "creditClass" | "standing">;

/** The row whose column duly_strategy names the strategy of an item. */
function namedBy(source: Choice["source"], item: OpenItem, { facts, policy, creditClass, standing }: Naming): string {
  switch (source) {
    case "item": return `duly_openitem ${item.name}`;
    case "debtor": return `duly_debtor ${facts.debtor.number}`;
    case "creditClass": return `duly_creditclass ${creditClass?.name ?? ""}`;
    case "segment": return `duly_segment ${standing.segment?.name ?? ""}`;
    case "company": return `duly_company ${policy.company.name}`;
  }
}

/** Why nobody may be reminded by the strategy of an item, with the row that names it; null = it can be used. */
export function choiceFault({ strategy: { fault }, source }: Choice, item: OpenItem, naming: Naming): Fault | null {
  return fault === null ? null : { ...fault, parameters: { ...fault.parameters, row: namedBy(source, item, naming) } };
}
