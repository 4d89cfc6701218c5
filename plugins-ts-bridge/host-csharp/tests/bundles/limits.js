// Rules that go too far, each in its own way; "good" and "reads" are the ones that must still work afterwards.
(() => {
  const deep = (n) => (n === 0 ? 0 : 1 + deep(n - 1));
  const nested = (n) => { let value = 1; for (let level = 0; level < n; level += 1) value = [value]; return value; };
  function* inner(n) { if (n > 0) yield* inner(n - 1); }
  const run = {
    good: () => deep(60) + JSON.stringify(nested(32)).length,
    loop: () => { for (;;); },
    slowloop: () => { for (;;) [3, 1, 2].sort().map(String).join(); },
    recursion: () => deep(1e6),
    mutual: () => { const a = (n) => 1 + b(n + 1); const b = (n) => 1 + a(n + 1); return a(0); },
    callbacks: () => { const go = (n) => [n].map((x) => go(x + 1))[0]; return go(0); },
    generators: () => { for (const x of inner(1e5)) return x; },
    getters: () => { const o = { get x() { return this.x; } }; return o.x; },
    tostring: () => { const o = { toString() { return `${this}`; } }; return `${o}`; },
    stringify: () => JSON.stringify(nested(1e5)).length,
    parse: () => JSON.parse("[".repeat(1e5) + "]".repeat(1e5)),
    objects: () => { const all = []; for (;;) all.push({ a: all.length, b: [1, 2, 3], c: "x" + all.length }); },
    strings: () => { let text = "x"; for (;;) text += text; },
    padding: () => "x".padEnd(1e9).length,
    array: () => new Array(4e8).fill(0).length,
    fill: () => { const all = []; all.length = 4e8; all[399999999] = 1; return all.map(() => 1).length; },
    map: () => { const map = new Map(); for (let n = 0; ; n += 1) map.set(n, "x" + n); },
    regex: () => /^(a+)+$/.test("a".repeat(40) + "b"),
    code: () => eval("1 + 1"),
    constructed: () => new Function("return 1")(),
    clr: () => System.IO.File.Exists("x"),
    product: () => String(10n ** 4000n * 10n ** 4000n).length,
    squares: () => { let n = 3n; for (;;) n *= n; },
    products: () => { let n = 3n; for (;;) n = n * n; },
    powers: () => { let n = 3n; for (;;) n = n ** 20n; },
    shifts: () => { let n = 3n; for (;;) n = n << 30000n; },
    digits: () => BigInt("9".repeat(4e6)),
    remainders: () => { const m = 2n ** 30000n - 1n; for (let n = m - 2n; ;) n = (n * n) % m; },
    answer: () => "x".repeat(20000000),
    kinds: () => { const all = []; for (;;) all.push({ ...{ ["first" + all.length]: 1 }, ["then" + all.length]: 2 }); },
    rows: (rows) => rows[0].length,
  };
  // As many kinds of objects as the rules of the product have.
  const kinds = () => { for (let n = 0; n < 200; n += 1) JSON.parse(`{"kind${n}":1}`); };
  const done = (value) => JSON.stringify({ done: [{ kind: "trace", text: String(value).slice(0, 17000000) }] });
  globalThis.start = (id) => {
    if (id === "kindsandrows") kinds();
    return id === "rows" || id === "kindsandrows" || id === "rounds" ? JSON.stringify({ key: id, need: ["<fetch/>"] }) : done(run[id]());
  };
  globalThis.resume = (key, rows) => (key === "rounds" ? JSON.stringify({ key, need: ["<fetch/>"] }) : done(run.rows(JSON.parse(rows))));
})();
