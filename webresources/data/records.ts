import type { IEntity } from "dataverse-ify";
import { setMetadataCache, XrmContextDataverseClient } from "dataverse-ify";
import type { StrategystepRow } from "#solution/generated/names";
import { offsetbase, tables } from "#solution/generated/names";
import { explainDecision, metadata } from "./metadata";

/** A step of a strategy as far as its neighbours must know it. */
export interface Step {
  readonly id: string;
  readonly name: string;
  readonly sequence: number;
  readonly offsetDays: number;
  /** Its days are counted from the previous step, not from the due date. */
  readonly fromPrevious: boolean;
}

/** The data that form scripts ask for. Calls reject with what the platform threw. */
export interface Records {
  /** Active steps of a strategy. */
  stepsOf(strategyId: string): Promise<readonly Step[]>;
  /** The explanation of a debtor's next decision: JSON text. */
  explain(debtorId: string): Promise<string>;
}

/** A step as dataverse-ify gives it. */
type StepEntity = IEntity & Pick<StrategystepRow, "duly_strategystepid" | "duly_name" | "duly_sequence" | "duly_offsetdays" | "duly_offsetbase">;

/** A refused call may come as an answer instead of a rejection: dataverse-ify reads its body without asking for the status. */
interface ExplainAnswer {
  readonly Explanation?: string;
  readonly error?: { readonly code: string; readonly message: string };
}

const toStep = (row: StepEntity): Step => ({
  id: row.duly_strategystepid.toLowerCase(), name: row.duly_name ?? "", sequence: row.duly_sequence ?? 0, offsetDays: row.duly_offsetdays ?? 0, fromPrevious: row.duly_offsetbase === offsetbase.previousStep,
});

/** Opens the data over `Xrm.WebApi`. */
export function openRecords(webApi: Xrm.WebApi): Records {
  setMetadataCache(metadata);
  const client = new XrmContextDataverseClient(webApi);
  const { logicalName } = tables.strategystep;
  return {
    stepsOf: async (strategyId) => {
      const query = `?$select=duly_name,duly_sequence,duly_offsetdays,duly_offsetbase&$filter=_duly_strategy_value eq ${strategyId} and statecode eq 0&$orderby=duly_sequence asc`;
      const found = await client.retrieveMultiple<StepEntity>(query, { logicalName });
      return found.entities.map(toStep);
    },
    explain: async (debtorId) => {
      const answer = await client.execute<ExplainAnswer>({ logicalName: explainDecision, DebtorId: debtorId });
      if (answer?.Explanation !== undefined) return answer.Explanation;
      throw answer?.error ?? new Error(`${explainDecision} gave no Explanation`);
    },
  };
}
