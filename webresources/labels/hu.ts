import { writtenDay } from "./day";
import type { Labels } from "./labels";

const offset = (count: number): string => {
  if (count === 0) return "az esedékesség napján";
  return count > 0 ? `az esedékesség után ${count} nappal` : `az esedékesség előtt ${-count} nappal`;
};

/** Hungarian texts of the form scripts. */
export const hungarian: Labels = {
  offset: (count) => `Ez a lépés ${offset(count)} hajtódik végre.`,
  offsetFromPrevious: (count) => `Ez a lépés az előző lépés tényleges elküldése után ${count} nappal hajtódik végre.`,
  ladder: (other) => `Ellenőrizze a sorrendet: a(z) ${other.sequence}. lépés („${other.name}”) ${offset(other.plannedDays)} hajtódik végre. A későbbi lépésnek később kell következnie.`,
  ladderUnknown: "A stratégia többi lépését nem sikerült ellenőrizni.",
  promisePast: "Az ígért nap a múltban van.",
  messageKept: "Ennek az üzenetnek az ügye lezárult, úgy marad, ahogyan elhangzott. Megjegyzés fűzhető hozzá.",
  day: writtenDay("hu-HU"),
  counted: (count, reason) => `${count} tétel: ${reason}`,
  nextAction: (day, reasons) => `${day === null ? "Nincs tervezett művelet." : `A következő művelet napja: ${day}`}${reasons.length === 0 ? "" : ` ${reasons.join(" · ")}`}`,
  reminded: "felszólítva",
  totalsUnread: "Az összesítés nem olvasható.",
  notReadAgain: "Az űrlapot nem sikerült újra beolvasni.",
  explanationUnknown: "A következő műveletet nem sikerült meghatározni.",
  reasons: {
    reminded: "felszólítás esedékes", notIssued: "még nincs kiállítva", notOverdue: "még nem járt le", stepNotDue: "a következő lépés még nem esedékes", paid: "kifizetve",
    cancelled: "érvénytelenítve", disputed: "vitatott", held: "felfüggesztve", promised: "fizetési ígéret van rá", belowMinimum: "a minimális összeg alatt",
    ladderComplete: "minden lépés megtörtént", classNotDunnable: "a hitelosztály tiltja a felszólítást", noStrategy: "nincs alkalmazható stratégia",
    noAddress: "nincs cím ehhez a csatornához", noDueDate: "nincs esedékesség", noTemplate: "nincs sablon használható nyelven", creditNote: "jóváíró számla", error: "hiba történt",
    inLitigation: "perben áll", repaymentPlan: "részletfizetés fedi", paymentInTransit: "befizetés van úton", setOff: "nyitott jóváírás fedezi",
    paymentTypeNotDunnable: "a fizetési mód tiltja a felszólítást", belowMinimumPercent: "a legkisebb százalék alatt", belowTolerance: "a vállalat tűréshatára alatt",
    attemptsUsedUp: "elfogytak a próbálkozások", beforeDeadline: "fizetési határidő fut", awaitingApproval: "jóváhagyásra vár", contactDeferred: "a megkeresés elhalasztva",
    contactDenied: "a megkeresés nem megengedett", vulnerable: "korlátozott", insolvent: "fizetésképtelen vagy elhunyt", manualReview: "ellenőrzésre vár", contactedRecently: "nemrég megkeresve", previousNotSent: "az előző lépés még nem ment el",
  },
};
