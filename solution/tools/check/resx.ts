import type { Contents } from "./contents";
import { finding, type Finding } from "./finding";

const keysOf = (resx: string): ReadonlySet<string> => new Set([...resx.matchAll(/<data name="([^"]+)"/g)].map(([, key = ""]) => key));

/** Texts of a control: `strings/X.1033.resx` and its translations have the same keys. */
export function resx({ entries }: Contents): readonly Finding[] {
  const files = [...entries].flatMap(([path, bytes]) => {
    const [, base] = /^(Controls\/.+)\.\d{4}\.resx$/.exec(path) ?? [];
    return base === undefined ? [] : [{ path, base, keys: keysOf(new TextDecoder().decode(bytes)) }];
  });
  return files.flatMap(({ path, base, keys }) => {
    const all = new Set(files.filter((other) => other.base === base).flatMap((other) => [...other.keys]));
    return [...all].filter((key) => !keys.has(key)).map((key) => finding("DULY-CHECK-089", { component: "control texts", path }, key));
  });
}
