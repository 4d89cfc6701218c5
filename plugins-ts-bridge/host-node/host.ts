import { hostText } from "../host-messages";
import type { Effect } from "../sdk/effect";
import { applyEffects } from "./apply";
import type { Engine } from "./engine";
import { refusalCode, type ErrorFactory, type Execution } from "./execution";
import { createPin, type Pinned } from "./pin";

/** The two plug-in types of the package. */
export interface RuleHost {
  /** Behind a step: the rule that the step's configuration names. */
  readonly step: (execution: Execution) => void;
  /** Behind a custom API: the rule with the API's unique name. */
  readonly api: (execution: Execution) => void;
}

export interface RuleHostOptions {
  /** How long the pinned bundle and the mode are taken as read. */
  readonly recheckAfterMs?: number;
  /** Makes the engine of a bundle; a recorder puts itself in between. */
  readonly makeEngine?: (text: string) => Engine;
}

/** Round trips that a rule may make before it is taken to run in a circle. */
const roundTripsAtMost = 200;

type Answer = { readonly done: readonly Effect[] } | { readonly key: string; readonly need: readonly string[] };

function contextJson({ context }: Execution, { sha256 }: Pinned): string {
  const { message, table, stage, depth, nowUtc, userId, primaryId, target, preImage, postImage, input } = context;
  const host = { engine: `node ${process.versions.node} (v8 ${process.versions.v8})`, sha256 };
  return JSON.stringify({ message, table, stage, depth, nowUtc, today: nowUtc.slice(0, 10), userId, primaryId, target, preImage, postImage, input, host });
}

function runRule(ruleId: string, execution: Execution, pinned: Pinned): readonly Effect[] {
  const { engine } = pinned;
  let answer = JSON.parse(engine.start(ruleId, contextJson(execution, pinned))) as Answer;
  for (let trips = 0; trips < roundTripsAtMost; trips += 1) {
    if ("done" in answer) return answer.done;
    const rows = answer.need.map((fetchXml) => execution.service.fetch(fetchXml).rows);
    answer = JSON.parse(engine.resume(answer.key, JSON.stringify(rows))) as Answer;
  }
  throw new Error(hostText("DULY-HOST-005", { rule: ruleId, most: roundTripsAtMost }));
}

/** Errors that are the platform's own, or a refusal, pass; anything else becomes one that says where it came from. */
function refused(error: unknown, ruleId: string, makeError: ErrorFactory): Error {
  if (error instanceof Error && "code" in error && typeof error.code === "string" && error.code.startsWith("0x")) return error;
  const [message, stack] = error instanceof Error ? [error.message, error.stack] : [String(error), undefined];
  return makeError(refusalCode, message.startsWith("DULY-") ? message : hostText("DULY-JS", { rule: ruleId, text: message.replace(/\.$/, "") }), stack);
}

/**
 * Runs the rule bundle that the imported solution pins.
 * @param makeError makes the platform's error from code, message and trace
 */
export function createRuleHost(makeError: ErrorFactory, { recheckAfterMs = 1000, makeEngine }: RuleHostOptions = {}): RuleHost {
  const pin = createPin(recheckAfterMs, makeEngine);

  function execute(ruleId: string, execution: Execution): "ran" | "off" {
    const pinned = pin(execution.service);
    if (pinned === "off") return "off";
    try {
      applyEffects(runRule(ruleId, execution, pinned), execution, makeError);
    } catch (error) {
      const coded = refused(error, ruleId, makeError);
      if (pinned.mode !== "log" || execution.context.table === null) throw coded;
      execution.trace(coded.message);
    }
    return "ran";
  }

  const guarded = (ruleId: string, execution: Execution): "ran" | "off" => {
    try {
      return execute(ruleId, execution);
    } catch (error) {
      throw refused(error, ruleId, makeError);
    }
  };

  return {
    step: (execution) => { guarded(execution.configuration ?? "", execution); },
    api: (execution) => {
      if (guarded(execution.context.message, execution) === "off") throw makeError(refusalCode, hostText("DULY-HOST-006", { rule: execution.context.message }));
    },
  };
}
