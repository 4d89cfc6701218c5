import { WebApiFault } from "../api/fault";
import { reportUnsupported } from "../api/local";

/** The refusal of a platform member that the player does not have; it is noted in the host's ledger. */
export function refusal(kind: string, what: string): WebApiFault {
  reportUnsupported(kind, what);
  return new WebApiFault("PLAYER-UNSUPPORTED", `${what} is not supported by the app player (${kind}).`, 501);
}

/** Names that engines and React ask every object for. */
const ASKED_BY_ENGINES = ["then", "toJSON", "$$typeof", "constructor", "prototype", "nodeType", "asymmetricMatch"];

/**
 * Puts a fence around an object: reading a member that it does not have throws by name instead of giving undefined.
 * @param path its name for the message, "Xrm.Navigation"
 */
export function refusing<T extends object>(target: T, path: string): T {
  return new Proxy(target, {
    get: (object, name, receiver) => {
      if (typeof name === "symbol" || name in object || ASKED_BY_ENGINES.includes(name)) return Reflect.get(object, name, receiver) as unknown;
      throw refusal("client API", `${path}.${name}`);
    },
  });
}
