import type { Fault } from "../fault";
import type { Element } from "../xml/element";
import type { Folder, PackageType } from "./folder";

/** What a collection is read from; faults are gathered, so that all are told at once. */
export interface Source {
  readonly folder: Folder;
  readonly type: PackageType;
  readonly report: (fault: Fault) => void;
}

/** A component as it goes inline, and the file it was read from. */
export interface Component {
  readonly path: string;
  readonly element: Element;
  /** Components inside it that were read from files of their own: forms, views and charts of a table. */
  readonly within?: readonly Component[];
}

/** Files that a collection of a zip becomes, and parts of the zip that lie elsewhere in the folder. */
export interface Split {
  readonly files: readonly (readonly [path: string, content: Element | string])[];
  /** Part of the zip -> path in the folder. */
  readonly moved: readonly (readonly [part: string, path: string])[];
  /** What stays in Customizations.xml; the empty marker when absent. */
  readonly stays?: Element;
}

/** Gives a path that is free and that every file system takes. */
export type Place = (path: string) => string;

/** How the components of one child of Customizations.xml lie in the folder: the way there and the way back. */
export interface Collection {
  /** Name of the child. */
  readonly marker: string;
  /** Every file that belongs to it. */
  readonly owns: RegExp;
  /** Of these, the files that go inline; the others are bodies that a `.data.xml` names. */
  readonly inline: RegExp;
  /** Components in the order in which they go inline. */
  readonly read: (source: Source) => readonly Component[];
  /** Files of what the child holds; null when its shape is not the usual one: then it stays inline, so that nothing is lost. */
  readonly write: (child: Element, place: Place) => Split | null;
}
