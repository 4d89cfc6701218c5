import type { Asker } from "../asker";
import type { Element } from "./xml";

/** An <entity> or joined <link-entity> with its alias; null = root. */
export interface Entity { readonly element: Element; readonly alias: string | null }

/** Where the parser stands. */
export interface Place {
  /** Alias of the entity around; null = root. */
  readonly alias: string | null;
  readonly asker: Asker | undefined;
  /** Whether the query is an aggregate: its attributes are measures and groups then. */
  readonly aggregate: boolean;
  /** Numbers links without an alias. */
  readonly counter: { next: number };
  /** The entities met so far, root first; those that only filter are not among them. */
  readonly entities: Entity[];
}
