import { outputs } from "../../sdk/effect";
import { type ApiRule, type Context, defineApi, type Rule } from "../../sdk/rule";
import { failedProbes } from "./probes";
import { fingerprintOf, readRecorded, replayed } from "./recorded";

/** JSON of recorded.json, and the fingerprint of the answers that Node gave when it built the bundle: build.ts puts both in. */
declare const RECORDED_CALLS: string;
declare const ANSWERS_OF_NODE: string;

/**
 * The custom API that proves an engine.
 * @param rules the rules whose recorded calls are played again
 */
export const pingOf = (rules: () => ReadonlyMap<string, Rule<Context>>): ApiRule => defineApi({
  id: "duly_Ping", label: "Ping the rules", help: "Proves after an import that the rules load, and answer recorded calls as Node does.",
  request: {},
  response: {
    Engine: { type: "String", help: "Engine that ran the rules." },
    Sha256: { type: "String", help: "Fingerprint of the bundle that was loaded." },
    Cases: { type: "Integer", help: "Number of recorded calls that were played again." },
    Answers: { type: "String", help: "Fingerprint of the answers to them; the same in every engine." },
    Result: { type: "String", help: "ok, or what the engine does differently." },
  },
}, function* ({ host }) {
  const answers = replayed(rules(), readRecorded(RECORDED_CALLS));
  const found = fingerprintOf(answers);
  const failed = [...failedProbes(), ...(found === ANSWERS_OF_NODE ? [] : [`recorded calls (${found} instead of ${ANSWERS_OF_NODE})`])];
  return outputs({ Engine: host.engine, Sha256: host.sha256, Cases: answers.length, Answers: found, Result: failed.length === 0 ? "ok" : `failed: ${failed.join(", ")}` });
});
