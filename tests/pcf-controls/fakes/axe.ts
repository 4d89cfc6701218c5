import axe from "axe-core";

/** Ids of the serious and critical findings below an element. Colours are not computed by jsdom; the browser tests look at them. */
export async function seriousFindings(element: Element): Promise<readonly string[]> {
  const { violations } = await axe.run(element, { rules: { "color-contrast": { enabled: false } } });
  return violations.filter((violation) => violation.impact === "serious" || violation.impact === "critical").map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`);
}
