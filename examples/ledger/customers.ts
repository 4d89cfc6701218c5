import type { Random } from "./random";

export interface ExampleCustomer {
  readonly number: string;
  readonly name: string;
  readonly kind: "company" | "naturalPerson" | "publicBody";
  readonly country: "HU" | "GB" | "IE" | "AT";
  readonly language: "hungarian" | "english";
  /** "" = none known. */
  readonly email: string;
  /** "" = none; KEY and MGMT are in the example policies. */
  readonly creditClass: string;
}

const hungarian = {
  family: ["Nagy", "Kovács", "Tóth", "Szabó", "Horváth", "Varga", "Kiss", "Molnár", "Németh", "Farkas", "Balogh", "Papp", "Lakatos", "Takács", "Juhász", "Gyűrűs", "Őri"],
  given: ["Anna", "Zoltán", "Éva", "László", "Katalin", "István", "Zsófia", "Gábor", "Ágnes", "Péter", "Tünde", "Győző", "Ödön", "Ildikó", "Bálint", "Csenge"],
  stem: ["Duna", "Tisza", "Mátra", "Bükk", "Körös", "Balaton", "Zöldmező", "Hűvösvölgyi", "Őrségi", "Napsugár", "Fűrész", "Kékszalag", "Vértes", "Tündérrózsa"],
  trade: ["Kereskedelmi", "Építőipari", "Szállítmányozási", "Élelmiszer", "Gépgyártó", "Könyvelő", "Informatikai", "Faipari", "Vendéglátó"],
  form: ["Kft.", "Zrt.", "Bt.", "Nyrt."],
  town: ["Győr", "Szeged", "Pécs", "Eger", "Kőszeg", "Érd"],
} as const;

const english = {
  family: ["Smith", "O'Neill", "Taylor", "Brontë", "Walker", "Hughes", "Clarke", "Byrne", "Edwards", "Fitzgerald", "Murphy", "Turner"],
  given: ["Alice", "Seán", "Oliver", "Chloë", "George", "Niamh", "Harry", "Zoë", "Emily", "Jack", "Renée", "Thomas"],
  stem: ["Harbour", "Northgate", "Willow", "Redbrick", "Castle", "Meadow", "Silverline", "Foxglove", "Beacon", "Kingsway"],
  trade: ["Trading", "Builders", "Logistics", "Foods", "Engineering", "Accountants", "Software", "Joinery", "Catering"],
  form: ["Ltd", "plc", "LLP", "& Sons Ltd"],
  town: ["Leeds", "Galway", "Bath", "York"],
} as const;

/** Makes the customer with this index; `plain` gives everybody an e-mail address and no credit class. */
export function customer(index: number, chance: Random, plain: boolean): ExampleCustomer {
  const isHungarian = chance.chance(68);
  const kind = chance.chance(34) ? "naturalPerson" : chance.chance(5) ? "publicBody" : "company";
  const name = nameOf(kind, isHungarian, chance);
  const email = `${slug(name)}.${index + 1}@${kind === "naturalPerson" ? "post" : "office"}.example`;
  const hasEmail = chance.chance(93);
  const creditClass = chance.chance(2) ? "MGMT" : chance.chance(6) ? "KEY" : "";
  return {
    number: `D${String(index + 1).padStart(5, "0")}`,
    name, kind,
    country: isHungarian ? "HU" : chance.pick(["GB", "GB", "IE", "AT"]),
    language: isHungarian ? "hungarian" : "english",
    email: hasEmail || plain ? email : "",
    creditClass: plain ? "" : creditClass,
  };
}

function nameOf(kind: ExampleCustomer["kind"], isHungarian: boolean, { pick, chance }: Random): string {
  const words = isHungarian ? hungarian : english;
  if (kind === "naturalPerson") {
    const [family, given] = [pick(words.family), pick(words.given)];
    return isHungarian ? `${family} ${given}` : `${given} ${family}`;
  }
  if (kind === "publicBody") return isHungarian ? `${pick(words.town)} Város Önkormányzata` : `${pick(words.town)} City Council`;
  const stem: string = chance(4) ? `"${pick(words.stem)}"` : pick(words.stem);
  return `${stem} ${pick(words.trade)} ${pick(words.form)}`;
}

const slug = (name: string): string =>
  name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z]+/g, ".").replace(/^\.|\.$/g, "");
