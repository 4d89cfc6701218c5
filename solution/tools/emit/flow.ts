import type { FlowIr } from "../ir/solution";
import { braced } from "../ids";
import { element, type Element, leaf } from "../xml/element";
import { introduced, localizedNames } from "./texts";

/** `.data.xml` of a cloud flow, switched on. */
export const workflow = (flow: FlowIr): Element => element("Workflow", { WorkflowId: braced(flow.id), Name: flow.label[0]?.text ?? flow.id }, [
  leaf("JsonFileName", `/Workflows/${flow.fileName}`), leaf("Type", 1), leaf("Subprocess", 0), leaf("Category", 5), leaf("Mode", 0), leaf("Scope", 4), leaf("OnDemand", 0),
  leaf("TriggerOnCreate", 0), leaf("TriggerOnDelete", 0), leaf("AsyncAutodelete", 0), leaf("SyncWorkflowLogOnFailure", 0), leaf("StateCode", 1), leaf("StatusCode", 2),
  leaf("RunAs", 1), leaf("IsTransacted", 1), leaf("IntroducedVersion", introduced), leaf("IsCustomizable", 1), leaf("BusinessProcessType", 0),
  leaf("IsCustomProcessingStepAllowedForOtherPublishers", 1), leaf("ModernFlowType", 0), leaf("PrimaryEntity", "none"), localizedNames(flow.label),
]);
