import { hostClock } from "./api/local";
import { followHostClock } from "./shell/hostclock";

/** Fluent's calendars take "today" when they are loaded, so the page follows the host's clock before the player is fetched. */
function loadPlayer(): void {
  const script = document.createElement("script");
  script.src = "/player/main.js";
  document.head.append(script);
}

hostClock().then(followHostClock)
  .catch((problem: unknown) => { console.error("The host's clock is not known; the player shows the reason", problem); })
  .finally(loadPlayer);
