import { optionValueStart } from "./names";

export interface ChoiceOption {
  readonly value: number;
  readonly label: string;
}

/** A global choice. `name` without prefix; options by a stable key. */
export interface Choice<K extends string = string> {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly options: Readonly<Record<K, ChoiceOption>>;
}

/**
 * Declares a global choice. Each option is `[n, label]` with the final value 591850000 + n;
 * n is written out because a value, once shipped, never moves.
 */
export function choice<K extends string>(
  name: string, label: string, help: string, options: Readonly<Record<K, readonly [number, string]>>,
): Choice<K> {
  const entries = Object.entries<readonly [number, string]>(options)
    .map(([key, [n, text]]) => [key, { value: optionValueStart + n, label: text }]);
  return { name, label, help, options: Object.fromEntries(entries) as Record<K, ChoiceOption> };
}
