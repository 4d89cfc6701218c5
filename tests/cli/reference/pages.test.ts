import { manifest } from "#bridge/rules/manifest";
import { connectionReferences } from "#solution/connections";
import { environmentVariables } from "#solution/environment";
import { flows } from "#solution/flows/all";
import { prefixed } from "#solution/model/names";
import { profiles } from "#solution/profiles/all";
import { roles } from "#solution/roles/all";
import { choices } from "#solution/schema/choices";
import { tables } from "#solution/schema/tables";
import { escaped } from "../../../cli/reference/markdown";
import { referencePages } from "../../../cli/reference/pages";

const pages = referencePages();
const pageOf = (file: string): string => pages.get(file) ?? "";
/** The part of a page that begins with a heading or anchor and ends before the next second-level heading. */
const sectionOf = (file: string, begin: string): string => {
  const text = pageOf(file);
  const at = text.indexOf(begin);
  if (at < 0) throw new Error(`${file} has no '${begin}'.`);
  const rest = text.slice(at);
  const end = rest.indexOf("\n## ", rest.indexOf("## ") + 3);
  return end < 0 ? rest : rest.slice(0, end);
};

test.each(tables.map((table) => [prefixed(table.name), table] as const))("%s stands with every column, key and status reason", (name, table) => {
  const section = sectionOf("tables.md", `<a id="${name}"></a>`);
  expect(section).toContain(escaped(table.help));
  for (const [key, column] of Object.entries(table.columns)) {
    const row = section.split("\n").find((line) => line.startsWith(`| \`${prefixed(key)}\` | ${escaped(column.label)} |`));
    expect(row).toContain(`| ${column.required ? "yes" : ""} | ${escaped(column.help)} |`);
  }
  for (const [key, columns] of Object.entries(table.keys)) expect(section).toContain(`| \`${prefixed(key)}\` | ${columns.map((one) => `\`${prefixed(one)}\``).join(", ")} |`);
  for (const status of Object.values(table.statuses)) expect(section).toContain(`| ${status.value} | ${escaped(status.label)} |`);
});

test.each([
  ["duly_company", "| `duly_name` | Name | text, 100 characters | yes |"],
  ["duly_company", "| `duly_sender` | Sender | text, 200 characters, email |"],
  ["duly_company", "| `duly_language` | Language | choice [duly\\_language](choices.md#duly_language), initially English |"],
  ["duly_company", "| `duly_strategy` | Strategy | lookup to [duly\\_strategy](#duly_strategy), emptied when the target is deleted |"],
  ["duly_debtor", "| `duly_account` | Account | lookup to `account`, "],
  ["duly_debtor", "| `duly_vulnerabilityreason` | Reason of vulnerability | long text, 2000 characters; [secured](roles.md#field-security-profiles) |"],
  ["duly_openitem", "| `duly_amount` | Amount | money |  |"],
  ["duly_openitem", "| `duly_duedate` | Due date | day (date only) |"],
])("%s tells type, length and choice: %s", (table, row) => {
  expect(sectionOf("tables.md", `<a id="${table}"></a>`)).toContain(row);
});

test.each(choices.map((choice) => [prefixed(choice.name), choice] as const))("the choice %s stands with its options", (name, choice) => {
  const section = sectionOf("choices.md", `<a id="${name}"></a>`);
  for (const option of Object.values(choice.options)) expect(section).toContain(`| ${option.value} | ${escaped(option.label)} |`);
});

test.each(manifest().apis.map((api) => [api.id, api] as const))("the custom API %s stands with request and response", (id, api) => {
  const section = sectionOf("apis.md", `<a id="${id.toLowerCase()}"></a>`);
  for (const [name, { type, optional, help }] of Object.entries(api.request)) expect(section).toContain(`| \`${name}\` | ${type} | ${optional === true ? "" : "yes"} | ${escaped(help)} |`);
  for (const [name, { type, help }] of Object.entries(api.response)) expect(section).toContain(`| \`${name}\` | ${type} | ${escaped(help)} |`);
});

test.each(manifest().steps.map((step) => [step.id, step] as const))("the step %s stands with message, stage, filter and images", (id, step) => {
  const row = pageOf("steps.md").split("\n").find((line) => line.startsWith(`| \`${id}\` |`)) ?? "";
  for (const part of [`\`${step.table}\``, step.message, ...(step.filteringAttributes ?? []), ...(step.images?.pre ?? []), ...(step.images?.post ?? [])]) expect(row).toContain(part);
});

test.each(flows.map((flow) => [flow.label]))("the flow %s stands with its trigger", (label) => {
  expect(sectionOf("flows.md", `## ${escaped(label)}`)).toMatch(/\| Trigger \| (every |a row of ).+ \|/);
});

test("the nightly flow's trigger and connection are told as the designer shows them", () => {
  const section = sectionOf("flows.md", `## ${escaped("Duly | Run dunning every night")}`);
  expect(section).toContain("| Trigger | every day at 02:00 UTC |");
  expect(section).toContain("| Connections | `duly_dataverse` |");
});

test("environment variables, connection references and roles stand", () => {
  for (const variable of environmentVariables) expect(pageOf("environment.md")).toContain(`\`${variable.schemaName}\` | ${escaped(variable.label)} |`);
  for (const reference of connectionReferences) expect(pageOf("environment.md")).toContain(`| \`${reference.logicalName}\` |`);
  for (const role of roles) expect(pageOf("roles.md")).toContain(`## ${escaped(role.name)}\n\n${escaped(role.help)}`);
});

test.each(profiles.map((profile) => [profile.name, profile] as const))("the field security profile %s stands with its columns", (name, { help, permissions }) => {
  const section = sectionOf("roles.md", `### ${name}`);
  expect(section).toContain(escaped(help));
  for (const { table, columns, rights } of permissions) for (const column of columns) expect(section).toContain(`| \`${prefixed(table.name)}\` | \`${prefixed(column)}\` | ${rights.join(", ")} |`);
});

test("every link of the reference leads somewhere", () => {
  const lost = [...pages].flatMap(([file, text]) => [...text.matchAll(/\]\(([^)#]*)(?:#([^)]+))?\)/g)].map((match) => ({ file, page: match[1] || file, place: match[2] })))
    .filter(({ page, place }) => !pages.has(page) || (place !== undefined && !pageOf(page).includes(`<a id="${place}"></a>`)));
  expect(lost).toEqual([]);
});
