/** Whether a secured column counts as empty in a query, for all rows and wherever the query names it. Asked only about secured columns. */
export type Hides = (table: string, column: string) => boolean;

export const hidesNothing: Hides = () => false;
