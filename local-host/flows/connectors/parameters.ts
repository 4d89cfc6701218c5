import { FlowError } from "../error";
import { toText } from "../expression/text";
import { isObject, type FlowObject, type FlowValue } from "../expression/value";

/** Parameters of one operation call: read by name, with flattened paths put together again. */
export class Parameters {
  constructor(private readonly given: FlowObject, private readonly operation: string) {}

  /** Throws FlowError naming a parameter that is neither in `names` nor below one of `prefixes` ("item/"). */
  allowOnly(names: readonly string[], prefixes: readonly string[] = []): void {
    for (const name of Object.keys(this.given)) {
      if (names.includes(name) || prefixes.some((prefix) => name.startsWith(prefix))) continue;
      throw new FlowError("NotSupported", `The parameter '${name}' of ${this.operation} is not supported by the local host.`, { kind: `Parameter of ${this.operation}`, what: name });
    }
  }

  /** Text of a parameter; null when it is absent, null or empty. */
  optional(name: string): string | null {
    const value = this.given[name] ?? null;
    return value === null || value === "" ? null : toText(value);
  }

  required(name: string): string {
    const value = this.optional(name);
    if (value === null) throw new FlowError("InvalidRequest", `${this.operation} needs a value for '${name}'.`);
    return value;
  }

  value(name: string): FlowValue { return this.given[name] ?? null; }

  /** The object of `item` and `item/…`; "item/a/b" becomes {a: {b: …}}. */
  object(name: string): FlowObject {
    const whole = this.given[name];
    let built: FlowObject = whole !== undefined && isObject(whole) ? whole : {};
    for (const [key, value] of Object.entries(this.given)) {
      if (key.startsWith(`${name}/`)) built = placed(built, key.slice(name.length + 1).split("/"), value);
    }
    return built;
  }
}

function placed(target: FlowObject, path: readonly string[], value: FlowValue): FlowObject {
  const [head = "", ...rest] = path;
  if (rest.length === 0) return { ...target, [head]: value };
  const inner = target[head];
  return { ...target, [head]: placed(inner !== undefined && isObject(inner) ? inner : {}, rest, value) };
}
