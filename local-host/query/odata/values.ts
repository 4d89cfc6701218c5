import { badUri } from "./error";
import { parseAlone } from "./expression";
import type { ODataContext } from "./ground";
import type { Scalar, Term } from "./syntax";

/** The term behind a parameter alias; the term itself when it is none. */
export function resolved(term: Term, context: ODataContext): Term {
  if (term.kind !== "alias") return term;
  const text = context.aliases.get(term.name);
  if (text === undefined) throw badUri(`The parameter alias '${term.name}' has no value in the query.`);
  return parseAlone(text);
}

/** The single value of a term. */
export function valueOf(term: Term, context: ODataContext): Scalar {
  const found = resolved(term, context);
  if (found.kind !== "literal") throw badUri(`A value was expected, found ${found.kind === "path" ? `'${found.path.join("/")}'` : `a ${found.kind}`}.`);
  return found.value;
}

/** The values of a term: those of a list, or the single one. */
export function valuesOf(term: Term, context: ODataContext): Scalar[] {
  const found = resolved(term, context);
  return found.kind === "list" ? found.items.map((item) => valueOf(item, context)) : [valueOf(found, context)];
}
