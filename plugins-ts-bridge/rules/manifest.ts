import type { Manifest } from "#solution/model/manifest";
import { apiRules } from "./all";
import { stepRules } from "./steps";

/** What the rules register on the platform: the package, the docs and the hosts are made from it. */
export const manifest = (): Manifest => ({
  steps: stepRules.map(({ registration }) => registration),
  apis: apiRules.map(({ registration }) => registration),
});
