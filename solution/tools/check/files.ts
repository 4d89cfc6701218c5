import { textOf } from "../xml/element";
import type { Contents } from "./contents";
import type { Finding } from "./finding";

const bodies = (contents: Contents): readonly Finding[] => [...contents.flows, ...contents.webResources, ...contents.controls, ...contents.assemblies]
  .filter(({ path }) => !contents.folder.has(path.slice(0, -".data.xml".length)))
  .map(({ path, root }) => ({ code: "DULY-CHECK-032", where: path, message: `Its file is missing: ${textOf(root, "JsonFileName") || textOf(root, "FileName")}.` }));

/** The platform's parser for sharded parts takes neither declaration nor comment. */
const sharded = (contents: Contents): readonly Finding[] => [...contents.folder]
  .filter(([path, content]) => /^(customapis|environmentvariabledefinitions)\//.test(path) && /^\uFEFF?<[?!]/.test(new TextDecoder().decode(content.subarray(0, 8))))
  .map(([path]) => ({ code: "DULY-CHECK-033", where: path, message: "A sharded part begins with a declaration or a comment; it must begin with its element." }));

export const files = (contents: Contents): readonly Finding[] => [...bodies(contents), ...sharded(contents)];
