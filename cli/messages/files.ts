/** Map files and policy packs are read by the same shapes, so their first codes say the same. */
const shape = <A extends string>(area: A) => ({
  [`DULY-${area}-001`]: "The file is not JSON: {reason}. Correct it with an editor that knows JSON.",
  [`DULY-${area}-002`]: "{at}: is not known here. Write one of {known}.",
  [`DULY-${area}-003`]: "{at}: is missing. Write {expected}.",
  [`DULY-${area}-004`]: "{at}: found {found}. Write {expected}.",
}) as Readonly<Record<`DULY-${A}-${"001" | "002" | "003" | "004"}`, string>>;

/** What is refused in the map of a ledger. */
export const mapMessages = {
  ...shape("MAP"),
  "DULY-MAP-005": "columns.{key}: the CSV has no column {column}; the header has {header}. Write one of these, or set \"delimiter\" if they are not split.",
  "DULY-MAP-006": "columns: found both settledDate ({settled}) and openAmount ({open}); payments can be read from one of them. Remove the other.",
  "DULY-MAP-007": "a source gives {found}. Write one of {known}.",
  "DULY-MAP-008": "columns.{key}: the CSV has the column {column} {times} times. Rename one of them in the file.",
  "DULY-MAP-009": "columns.paidOn: found {found} without openAmount. Write openAmount too, or settledDate instead.",
  "DULY-MAP-010": "company.currency: the store has no currency {found}. Write one of {known}.",
} as const;

/** What is refused in a policy pack. */
export const policyMessages = {
  ...shape("POLICY"),
  "DULY-POLICY-010": "{part}: the code {code} is given more than once. Give each its own.",
  "DULY-POLICY-011": "{at}: has no steps. Write at least one.",
  "DULY-POLICY-012": "{at}: {days} days do not come after the {before} of the step before. Let the offsets increase.",
  "DULY-POLICY-013": "{at}: there is no template {template} in the pack. Write one of {known}.",
  "DULY-POLICY-014": "{at}: goes by {channel}, its template {template} is written for {written}. Name a template for {channel}.",
  "DULY-POLICY-015": "{at}: there is no strategy {strategy} in the pack. Write one of {known}.",
  "DULY-POLICY-016": "{at}: has no text in {language}; the pack promises {languages}. Add the text.",
  "DULY-POLICY-017": "{at}: has a text in {language}, which is not among the pack's languages. Add the language to the pack, or remove the text.",
  "DULY-POLICY-018": "{at}: {reason}. Correct the merge field.",
  "DULY-POLICY-019": "{at}: the merge field {field} is unescaped. Write {{{field}}}.",
  "DULY-POLICY-020": "The store has no currency {currency}, in which a minimum amount is given; it has {known}. Add the currency with its rate, or give the amount in another.",
  "DULY-POLICY-021": "{at} names {code}, which the pack does not have; it has {known}. Name one of these, or add the row to the pack.",
  "DULY-POLICY-022": "{at}: the merge field {field} is none that a message knows: its place would stay empty. Write instead: {instead}.",
} as const;
