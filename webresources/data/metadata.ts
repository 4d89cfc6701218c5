import type { MetadataCache } from "dataverse-ify";
import { OperationType, StructuralProperty } from "dataverse-ify";
import { tables } from "#solution/generated/names";

/** Unique name of the custom API that explains a debtor's next decision. */
export const explainDecision = "duly_ExplainDecision";

const { strategy, strategystep } = tables;

/** What dataverse-ify must know of the tables and the custom API that form scripts use. */
export const metadata: MetadataCache = {
  entities: {
    [strategystep.logicalName]: {
      logicalName: strategystep.logicalName, collectionName: strategystep.set, primaryIdAttribute: strategystep.id,
      attributeTypes: { duly_offsetdays: "Integer", duly_sequence: "Integer" }, navigation: { duly_strategy: [strategy.logicalName] },
    },
  },
  // Targets of lookups need their set, or dataverse-ify asks the platform for it row by row.
  entitySetNames: Object.fromEntries(Object.values(tables).map((table) => [table.logicalName, table.set])),
  actions: {
    [explainDecision]: {
      operationType: OperationType.Action, operationName: explainDecision,
      parameterTypes: {
        DebtorId: { typeName: "Edm.Guid", structuralProperty: StructuralProperty.PrimitiveType },
        AsOf: { typeName: "Edm.String", structuralProperty: StructuralProperty.PrimitiveType },
      },
    },
  },
};
