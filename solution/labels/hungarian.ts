import labels from "./1038.json";

/** Hungarian labels: key of the label -> text. */
const hungarian: Readonly<Record<string, string>> = labels;

export default hungarian;
