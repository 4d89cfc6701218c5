/** Choice values of the package by the names that packs use. */
const from = (names) => Object.fromEntries(names.map((name, index) => [name, 591850000 + index]));

export const channel = from(["email", "letter", "sms", "phone", "pec", "fax", "other"]);
export const tone = from(["courteous", "neutral", "firm", "final"]);
export const language = from(["english", "hungarian", "italian", "french", "spanish", "german"]);
export const debtorkind = from(["company", "naturalPerson", "publicBody"]);

/** The value of a name. Throws Error when there is none of that name. */
export function valueOf(choice, name, at) {
  const value = choice[name];
  if (value === undefined) throw new Error(`${at} is ${JSON.stringify(name)}, not one of ${Object.keys(choice).join(", ")}`);
  return value;
}
