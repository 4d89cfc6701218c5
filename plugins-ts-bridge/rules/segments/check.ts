import { FaultError } from "#domain/messages/fault";
import { viewFault, viewOver } from "../../rows/view";
import { defineStep, type StepContext } from "../../sdk/rule";

const nobody = "00000000-0000-0000-0000-000000000000";

/** A view condition must be a query over debtors that the platform can run: it is run once for nobody. */
function* checkView({ target, preImage }: StepContext<"duly_segment">) {
  const fetchXml = target.duly_fetchxml ?? null;
  if (fetchXml === null) return [];
  const broken = viewFault(fetchXml, target.duly_code ?? preImage.duly_code ?? "");
  if (broken !== null) throw new FaultError(broken);
  const query = viewOver(fetchXml, [nobody]);
  if (query !== null) yield [query];
  return [];
}

/** What a segment must be when it is saved. */
export const segmentRules = [
  defineStep({ id: "segment.check", message: "Create", table: "duly_segment", stage: "PreOperation" }, checkView),
  defineStep({ id: "segment.changed", message: "Update", table: "duly_segment", stage: "PreOperation", filteringAttributes: ["duly_fetchxml"], images: { pre: ["duly_code"] } }, checkView),
];
