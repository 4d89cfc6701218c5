import type { LocalHost } from "../../local-host/host.contract";
import { readSetting, writeSetting } from "../../local-host/store/settings";
import type { StartOptions } from "./options";

const setting = "loading";

/** A ledger whose loading has begun: files of the person's own, or null = the example. */
export interface Loading { readonly ledger: StartOptions["ledger"] }

/** Notes in the store that a ledger is being loaded, until `endLoading`: a start that is interrupted meanwhile leaves a part of it. */
export const beginLoading = ({ sql }: LocalHost, loading: Loading): void => { writeSetting(sql, setting, JSON.stringify(loading)); };

export const endLoading = ({ sql }: LocalHost): void => { writeSetting(sql, setting, null); };

/** The ledger that an earlier start did not load to its end; null = none. */
export function interruptedLoading({ sql }: LocalHost): Loading | null {
  const noted = readSetting(sql, setting);
  return noted === null ? null : (JSON.parse(noted) as Loading);
}
