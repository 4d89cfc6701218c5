import { fold } from "./fold";
import { documentName, rejected, type Line, type Reject } from "./line";
import { lineFaults, lineWarnings } from "./line-faults";

export interface Coherent {
  readonly lines: readonly Line[];
  readonly rejects: readonly Reject[];
  /** Lines that repeat an earlier one word for word: nothing is to be done for them. */
  readonly repeated: readonly Line[];
}

/** Compares the lines of one file with each other: one document has one customer, issue date, kind and currency, and each of its instalments is given once. */
export function compareLines(lines: readonly Line[]): Coherent {
  const documents = new Map<string, Line>();
  const instalments = new Map<string, Line>();
  const coherent: { lines: Line[]; rejects: Reject[]; repeated: Line[] } = { lines: [], rejects: [], repeated: [] };
  for (const line of lines) {
    const document = fold(line.document.number);
    const earlier = documents.get(document);
    const same = instalments.get(`${document}/${line.instalment}`);
    const differing = earlier && difference(earlier, line);
    if (same && content(same) === content(line)) coherent.repeated.push(repeating(line, same));
    else if (same) coherent.rejects.push(rejected(line, [lineFaults.duplicate(documentName(line), same.line)]));
    else if (earlier && differing) coherent.rejects.push(rejected(line, [lineFaults.otherDocument(`document ${line.document.number}`, earlier.line, differing)]));
    else {
      documents.set(document, earlier ?? line);
      instalments.set(`${document}/${line.instalment}`, line);
      coherent.lines.push(line);
    }
  }
  return coherent;
}

const repeating = (line: Line, earlier: Line): Line =>
  ({ ...line, warnings: [...line.warnings, lineWarnings.repeated(documentName(line), earlier.line)] });

function difference(a: Line, b: Line): string | null {
  if (fold(a.customer.number) !== fold(b.customer.number)) return "customer number";
  if (a.document.issuedOn !== b.document.issuedOn) return "issue date";
  if (a.document.kind !== b.document.kind) return "document kind";
  return a.document.currency === b.document.currency ? null : "currency";
}

const content = ({ line: _line, text: _text, warnings: _warnings, ...rest }: Line): string => JSON.stringify(rest);
