import { asText, type JsonObject } from "../api/json";
import { valueOf } from "../api/values";
import type { Player } from "../shell/player";
import { cellText } from "../views/cell";
import { toClient } from "../xrm/convert";
import { refusing } from "../xrm/refuse";
import type { DatasetRows } from "./datasetrows";
import { type FilterExpression, readFilter } from "./filter";

interface SortStatus { name: string; sortDirection: 0 | 1 }
interface EntityReferenceLike { readonly id: { readonly guid: string } | string; readonly etn?: string }

/** The platform's name of a column's type. */
const DATA_TYPES: Readonly<Record<string, string>> = {
  text: "SingleLine.Text", memo: "Multiple", integer: "Whole.None", decimal: "Decimal", money: "Currency", boolean: "TwoOptions", date: "DateAndTime.DateOnly",
  datetime: "DateAndTime.DateAndTime", choice: "OptionSet", choices: "MultiSelectOptionSet", lookup: "Lookup.Simple",
};

function makeColumns({ source }: DatasetRows): readonly object[] {
  return source.columns.map((column, order) => ({
    name: column.name, alias: column.name, displayName: column.label, dataType: DATA_TYPES[column.attribute?.kind ?? "text"] ?? "SingleLine.Text",
    order, visualSizeFactor: column.width, isPrimary: column.name === source.table.primaryName, isHidden: false,
  }));
}

function makeRecord(row: JsonObject, rows: DatasetRows, locale: string): object {
  const { table, columns } = rows.source;
  const id = asText(row[table.primaryId]);
  const column = (name: string): (typeof columns)[number] => columns.find((each) => each.name === name) ?? { name, label: name, width: 0, attribute: table.attributes.get(name) ?? null };
  return {
    getRecordId: () => id,
    getValue: (name: string) => { const { attribute } = column(name); return attribute ? toClient(attribute, valueOf(row, { ...attribute, name }), "plain") : row[name] ?? null; },
    getFormattedValue: (name: string) => cellText(row, column(name), locale),
    getNamedReference: () => ({ id: { guid: id }, etn: table.name, name: table.primaryName ? asText(row[table.primaryName]) : "" }),
  };
}

/** Paging as measured on real forms: ids pile up from page 1, there is never a previous page, the total is not known. */
function makePaging(rows: DatasetRows): object {
  const loadedPages = Math.max(1, Math.ceil(rows.rows.length / rows.pageSize));
  return refusing({
    totalResultCount: rows.more ? -1 : rows.rows.length, firstPageNumber: 1, lastPageNumber: loadedPages, pageSize: rows.pageSize,
    hasNextPage: rows.more, hasPreviousPage: false,
    loadNextPage: () => { rows.next(); }, loadPreviousPage: () => undefined, reset: () => { rows.reset(); },
    setPageSize: (size: number) => { rows.pageSize = size; },
  }, "dataset.paging");
}

const makeFiltering = (rows: DatasetRows): object => refusing({
  /** The relationship's own filter is invisible to a control. */
  getFilter: () => null,
  setFilter: (filter: FilterExpression) => { rows.filter = readFilter(filter); },
  clearFilter: () => { rows.filter = []; },
}, "dataset.filtering");

/** The control writes into the list; the sort acts at the next refresh. */
const makeSorting = (rows: DatasetRows): SortStatus[] =>
  (rows.sort ? [{ name: rows.sort.column, sortDirection: rows.sort.descending ? 1 : 0 }] : []);

const idOf = (reference: EntityReferenceLike): string => (typeof reference.id === "string" ? reference.id : reference.id.guid);

/** What lives as long as the control: the rows and what the user selected. */
export interface DatasetState { readonly rows: DatasetRows; selected: readonly string[] }

/** A dataset parameter of one draw. Paging, filter and sort settings act after `refresh()`. */
export function makeDataset(state: DatasetState, { locale, router }: Player): object {
  const { rows } = state;
  const sorting = makeSorting(rows);
  return refusing({
    loading: rows.loading, error: rows.problem !== null, errorMessage: rows.problem instanceof Error ? rows.problem.message : "",
    columns: makeColumns(rows), sorting, paging: makePaging(rows), filtering: makeFiltering(rows),
    sortedRecordIds: rows.rows.map((row) => asText(row[rows.source.table.primaryId])),
    records: Object.fromEntries(rows.rows.map((row) => [asText(row[rows.source.table.primaryId]), makeRecord(row, rows, locale)])),
    getTargetEntityType: () => rows.source.table.name, getTitle: () => rows.source.view.name, getViewId: () => rows.source.view.id,
    getSelectedRecordIds: () => [...state.selected], setSelectedRecordIds: (ids: readonly string[]) => { state.selected = ids; }, clearSelectedRecordIds: () => { state.selected = []; },
    openDatasetItem: (reference: EntityReferenceLike) => { router.go({ page: "row", table: reference.etn ?? rows.source.table.name, id: idOf(reference), parent: null }); },
    refresh: () => {
      const first = sorting[0];
      rows.sort = first ? { column: first.name, descending: first.sortDirection === 1 } : null;
      rows.reset();
    },
  }, "dataset");
}
