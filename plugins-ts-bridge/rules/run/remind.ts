import { withCharges } from "#domain/charges/actions";
import { inFreshCycles, toldItemsOf } from "#domain/dunning/cycles";
import type { DebtorFacts } from "#domain/dunning/facts";
import { remindNow } from "#domain/dunning/remindnow";
import { stop } from "#domain/messages/fault";
import { decimalText } from "#domain/money/decimal";
import { add, type Money } from "#domain/money/money";
import { language as languages } from "#solution/generated/names";
import { languageOf } from "../../rows/codes";
import { groupBy } from "../../rows/group";
import { outputs } from "../../sdk/effect";
import { flagInput, idInput, numberInput } from "../../sdk/input";
import { from } from "../../sdk/query";
import { read } from "../../sdk/reading";
import { defineApi } from "../../sdk/rule";
import { readCalling } from "../call/read";
import { levyOf, readBeside } from "../charge/read";
import { actionEffects } from "./apply";
import { readDebtor } from "./debtor";
import { noHistories } from "../segments/histories";
import { readTold } from "./told";

const adhocToday = (debtorId: string, day: string) => from("duly_communication").select("duly_communicationid")
  .where(["duly_debtor", "eq", debtorId], ["duly_adhoc", "eq", true], ["duly_plannedon", "eq", day], ["statecode", "eq", 0]).first(1);

/** The debtor as somebody who reads the language that a person asks for. Source of the order: cases.md A-20. */
function speaking(facts: DebtorFacts, wanted: number | null): DebtorFacts {
  if (wanted === null) return facts;
  const language = languageOf(wanted) ?? stop("DULY-REMIND-003", { language: wanted, known: Object.entries(languages).map(([name, value]) => `${value} (${name})`).join(", ") });
  return { ...facts, debtor: { ...facts.debtor, language } };
}

/** JSON: currency -> what all messages in it ask for. */
const totalsText = (totals: readonly Money[]): string => JSON.stringify(Object.fromEntries([...groupBy(totals, ({ currency }) => currency.code)]
  .map(([code, [first, ...rest]]) => [code, first === undefined ? "0" : decimalText(rest.reduce(add, first))])));

export const remindNowApi = defineApi({
  id: "duly_RemindNow", label: "Remind a debtor now",
  help: "Reminds a debtor of its overdue items at once, in the words of its level or with the next step.",
  request: {
    DebtorId: { type: "Guid", help: "The debtor." },
    MoveLadder: { type: "Boolean", help: "The next step is carried out with all its effects; otherwise the ladder stays where it is.", optional: true },
    Language: { type: "Integer", help: "Language of this message, a value of the choice Language; the debtor's when absent.", optional: true },
    WithoutCharges: { type: "Boolean", help: "The step makes no charges; those made before are still told.", optional: true },
  },
  response: {
    Communications: { type: "Integer", help: "Messages planned." },
    Items: { type: "Integer", help: "Items that they speak of." },
    Total: { type: "String", help: "JSON: currency -> amount asked for." },
    Skipped: { type: "String", help: "Items that were left alone, each with its reason; empty = none." },
  },
}, function* (context) {
  const id = idInput(context, "DebtorId");
  const { facts: found, known, asOf } = yield* readDebtor(id, null, context);
  const facts = speaking(found, numberInput(context, "Language"));
  const before = yield* read(adhocToday(id, asOf));
  if (before.length > 0) return stop("DULY-REMIND-001", { debtor: facts.debtor.number });
  const { actions, obstacles } = remindNow(facts, known.policy, { asOf, movesLadder: flagInput(context, "MoveLadder") });
  const planned = actions.flatMap((action) => (action.kind === "planCommunication" ? [action] : []));
  if (planned.length === 0) return stop("DULY-REMIND-002", { debtor: facts.debtor.number, text: obstacles.slice(0, 5).join(" ") });
  const beside = yield* readBeside(actions, [id], known);
  const sending = { debtor: facts.debtor, asOf, runId: null, userId: context.userId, read: known, histories: noHistories, ...beside, calling: yield* readCalling([{ debtor: facts.debtor, actions }], known, context) };
  const levy = levyOf(facts, beside.charging, { asOf, read: known, adds: flagInput(context, "MoveLadder") && !flagInput(context, "WithoutCharges") });
  const fresh = withCharges(inFreshCycles(actions, yield* readTold(toldItemsOf(actions))), levy);
  return [
    ...fresh.flatMap((action) => actionEffects(action, facts, sending)),
    ...outputs({
      Communications: planned.length, Items: planned.reduce((count, one) => count + one.lines.length, 0), Skipped: obstacles.join("\n"),
      Total: totalsText(planned.map(({ total }) => total)),
    }),
  ];
});
