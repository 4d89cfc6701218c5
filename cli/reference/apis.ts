import { manifest } from "#bridge/rules/manifest";
import type { ApiRegistration, Parameter } from "#solution/model/manifest";
import { anchor, code, escaped, grid, heading, page } from "./markdown";

const row = ([name, parameter]: readonly [string, Parameter]): readonly string[] =>
  [code(name), parameter.type, parameter.optional === true ? "" : "yes", escaped(parameter.help)];

const section = (api: ApiRegistration): string => page(
  `${anchor(api.id)}\n`,
  heading(2, api.id),
  `${escaped(api.label)}. ${escaped(api.help)}\n`,
  "Request\n",
  grid(["Parameter", "Type", "Required", "Description"], Object.entries(api.request).map(row)),
  "Response\n",
  grid(["Property", "Type", "Description"], Object.entries(api.response).map(([name, parameter]) => [code(name), parameter.type, escaped(parameter.help)])),
);

/** Every custom API with request and response. */
export const apisPage = (): string => page(
  heading(1, "Custom APIs"),
  "All are unbound actions: `POST /api/data/v9.2/<name>` with the request as a JSON object. Whoever calls one needs the rights on the rows that it reads and writes.\n",
  ...manifest().apis.map(section),
);
