import labels from "./1038.json";

/** Hungarian labels: key of the label -> text. */
export const hungarianLabels: Readonly<Record<string, string>> = labels;
