import { columnKinds } from "#solution/generated/names";
import type { ApiRule } from "./rule";
import { platformKinds } from "./tables";

/**
 * What a host with typed values must know to read and write them, as JSON: `columns` by table and kind (money, decimal, day, instant, choice; names parted
 * by spaces), `outputs` by custom API and response property. Every other column is told by its JSON value.
 */
export function typesJson(apis: readonly ApiRule[]): string {
  const outputs = Object.fromEntries(apis.map(({ registration: { id, response } }) =>
    [id, Object.fromEntries(Object.entries(response).map(([name, { type }]) => [name, type]))]));
  return JSON.stringify({ columns: { ...columnKinds, ...platformKinds }, outputs });
}
