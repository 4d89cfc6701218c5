import type { FormCell, FormControl, FormModel } from "./form.types";

const cells = (model: FormModel): readonly FormCell[] =>
  [...model.header, ...model.tabs.flatMap((tab) => tab.columns).flatMap((column) => column.sections).flatMap((section) => section.cells)];

/** Columns that stand on a form, each once. */
export const columnsOn = (model: FormModel): readonly string[] =>
  [...new Set(cells(model).flatMap((cell) => cell.control?.column ?? []))];

/** Ids of the controls of a form that show this column. */
export const controlsOf = (model: FormModel, column: string): readonly string[] =>
  cells(model).flatMap((cell) => (cell.control?.column === column ? [cell.control.id] : []));

/** Ids of all controls of a form. */
export const controlIds = (model: FormModel): readonly string[] => cells(model).flatMap((cell) => cell.control?.id ?? []);

/** A control of a form by its id. */
export const controlOn = (model: FormModel, id: string): FormControl | undefined => cells(model).find((cell) => cell.control?.id === id)?.control ?? undefined;
