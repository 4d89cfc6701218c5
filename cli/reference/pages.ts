import { apisPage } from "./apis";
import { choicesPage } from "./choices";
import { environmentPage } from "./environment";
import { errorsPage } from "./errors";
import { flowsPage } from "./flows";
import { grid, heading, link, page } from "./markdown";
import { rolesPage } from "./roles";
import { stepsPage } from "./steps";
import { tablesPage } from "./tables";

const pages: readonly (readonly [file: string, title: string, write: () => string])[] = [
  ["tables.md", "Tables, columns, alternate keys, status reasons", tablesPage],
  ["choices.md", "Choices", choicesPage],
  ["apis.md", "Custom APIs", apisPage],
  ["steps.md", "Plug-in steps", stepsPage],
  ["flows.md", "Cloud flows", flowsPage],
  ["environment.md", "Environment variables and connections", environmentPage],
  ["roles.md", "Security roles", rolesPage],
  ["errors.md", "Error codes", errorsPage],
];

const note = "Generated from the sources by `npm run build`: do not edit, do not commit.\n";

const contents = (): string => page(heading(1, "Reference"), note, grid(["Page"], pages.map(([file, title]) => [link(title, file)])));

/** The reference: file name -> Markdown. */
export const referencePages = (): ReadonlyMap<string, string> =>
  new Map([["README.md", contents()], ...pages.map(([file, , write]): [string, string] => [file, write()])]);
