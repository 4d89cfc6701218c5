import type { StepRegistration } from "../../model/manifest";
import type { PluginHost } from "../../model/package";
import { braced, idOf } from "../ids";
import { element, type Element, group, leaf } from "../xml/element";
import { pluginTypes, qualifiedName, sdkMessages } from "../plugin";
import { introduced } from "./texts";

const stages: Readonly<Record<StepRegistration["stage"], number>> = { PreValidation: 10, PreOperation: 20, PostOperation: 40 };

const nameOf = (step: StepRegistration): string => `${step.id}: ${step.message} of ${step.table}`;

/** Id of a step: a rule may be registered on several messages, tables and stages. */
export const stepId = (step: StepRegistration): string => idOf("step", [step.id, step.message, step.table, step.stage].join("|"));

function image(step: StepRegistration, kind: "pre" | "post"): readonly Element[] {
  const columns = step.images?.[kind];
  return columns === undefined ? [] : [element("SdkMessageProcessingStepImage", { Name: kind }, [
    leaf("SdkMessageProcessingStepImageId", braced(idOf("stepimage", `${stepId(step)}|${kind}`))), leaf("Attributes", columns.join(",")), leaf("EntityAlias", kind),
    leaf("ImageType", kind === "pre" ? 0 : 1), leaf("MessagePropertyName", step.message === "Create" ? "Id" : "Target"), leaf("IsCustomizable", 0),
  ])];
}

const typeOf = (host: PluginHost): readonly Element[] => (host.form === "package"
  ? [leaf("PluginTypeExportKey", pluginTypes.step.exportKey)]
  : [leaf("PluginTypeName", qualifiedName(pluginTypes.step, host.fullName)), leaf("PluginTypeId", pluginTypes.step.id)]);

/** A synchronous step; its configuration is the rule's id. */
export const processingStep = (step: StepRegistration, host: PluginHost): Element =>
  element("SdkMessageProcessingStep", { Name: nameOf(step), SdkMessageProcessingStepId: braced(stepId(step)) }, [
    leaf("SdkMessageId", braced(sdkMessages[step.message])), ...typeOf(host),
    leaf("PrimaryEntity", step.table), leaf("AsyncAutoDelete", 0), leaf("Configuration", step.id), leaf("FilteringAttributes", (step.filteringAttributes ?? []).join(",")),
    leaf("InvocationSource", 0), leaf("Mode", 0), leaf("Rank", step.rank ?? 1), leaf("EventHandlerTypeCode", 4602), leaf("Stage", stages[step.stage]),
    leaf("IsCustomizable", 0), leaf("IsHidden", 0), leaf("SupportedDeployment", 0), leaf("IntroducedVersion", introduced),
    group("SdkMessageProcessingStepImages", [...image(step, "pre"), ...image(step, "post")]),
  ]);
