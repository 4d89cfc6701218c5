// A bundle for tests: the rule's id says what it does.
(() => {
  const run = {
    // Traces the context.
    *echo(_, context) { return [{ kind: "trace", text: JSON.stringify(context) }]; },
    // Reads queries (a JSON array), round by round, and traces the rows.
    *read(text) {
      const effects = [];
      for (const need of JSON.parse(text)) effects.push({ kind: "trace", text: JSON.stringify(yield [].concat(need)) });
      return effects;
    },
    // Answers with effects.
    *effects(text) { return JSON.parse(text); },
    *throws(text) { throw new TypeError(text); },
    // Reads for ever.
    *circle() { for (;;) yield ["<fetch><entity name=\"a\"><attribute name=\"b\"/></entity></fetch>"]; },
    *loop() { for (;;); },
  };
  const waiting = new Map();
  const answer = (key, step) => {
    if (step.done) return JSON.stringify({ done: step.value });
    return JSON.stringify({ key, need: step.value });
  };
  globalThis.start = (id, context) => {
    const [, name, text] = /^(\w+):?(.*)$/s.exec(id);
    const rule = run[name](text, JSON.parse(context));
    waiting.set("1", rule);
    return answer("1", rule.next());
  };
  globalThis.resume = (key, rows) => answer(key, waiting.get(key).next(JSON.parse(rows)));
  globalThis.types = () => JSON.stringify({
    columns: { duly_item: { money: "duly_amount", decimal: "duly_rate", day: "duly_dueon duly_paidon", instant: "duly_sentat", choice: "duly_kind" } },
    outputs: { "duly_Probe": { Id: "Guid", Text: "String", Count: "Integer", Done: "Boolean" } },
  });
})();
