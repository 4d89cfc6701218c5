import { childOf, textOf } from "../xml/element";
import { type Contents, type Located, parametersOf, whole } from "./contents";
import { finding, type Finding } from "./finding";

function manifest({ manifest: root }: Contents): readonly Finding[] {
  const [version, managed] = [textOf(root, "Version"), textOf(root, "Managed")];
  return [
    ...(/^\d+(\.\d+){3}$/.test(version) ? [] : [finding("DULY-CHECK-083", whole, "Version", version)]),
    ...(["0", "1"].includes(managed) ? [] : [finding("DULY-CHECK-083", whole, "Managed", managed)]),
  ];
}

const stages = (step: Located): readonly Finding[] => (["10", "20", "40"].includes(textOf(step.root, "Stage")) ? [] : [finding("DULY-CHECK-084", step, textOf(step.root, "Stage"))]);

const responses = (contents: Contents, api: Located): readonly Finding[] => parametersOf(contents, api, "response")
  .filter(({ root }) => childOf(root, "isoptional") !== undefined).map((property) => finding("DULY-CHECK-085", property));

/** Values that only the importer would refuse. */
export const values = (contents: Contents): readonly Finding[] => [
  ...manifest(contents), ...contents.steps.flatMap(stages), ...contents.apis.flatMap((api) => responses(contents, api)),
];
