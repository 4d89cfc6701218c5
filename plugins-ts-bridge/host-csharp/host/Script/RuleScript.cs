using System;
using System.Globalization;
using Jint;
using Jint.Native;

namespace Duly.TsHost.Script
{
    /// <summary>A part of a bundle for one call of one rule. The time runs from when it is made.</summary>
    internal sealed class RuleScript : IDisposable
    {
        private readonly BundlePart part;
        private readonly LoadedBundle loaded;
        private bool ended = true;
        private int read;
        private int written;

        public RuleScript(BundlePart part, TimeSpan time)
        {
            this.part = part;
            loaded = part.Idle.Take(time);
        }

        /// <summary>Begins a rule; answers <c>{"done":[effects]}</c> or <c>{"key":…,"need":[FetchXML]}</c>.</summary>
        public string Start(string ruleId, string contextJson) { return Call("start", ruleId, contextJson); }

        /// <summary>Goes on with the rows that were needed, one array for each read.</summary>
        public string Resume(string key, string rowsJson) { return Call("resume", key, rowsJson); }

        /// <summary>What the bundle says about columns and response properties.</summary>
        public string Types() { return Text(loaded.Engine.Invoke("types")); }

        /// <summary>The engine serves other calls when the rule came to its end; with a rule that broke off, or that read so much that its caches hold too much, it goes.</summary>
        public void Dispose()
        {
            if (ended && read <= Limits.KeptCharacters) part.Idle.Keep(loaded);
            else loaded.Dispose();
        }

        private string Call(string function, string first, string json)
        {
            ended = false;
            read = Bounded(read, json, Limits.InputCharacters, "read");
            var answer = Text(loaded.Engine.Invoke(function, first, json));
            written = Bounded(written, answer, Limits.OutputCharacters, "answered");
            ended = Need.IsDone(answer);
            return answer;
        }

        private static string Text(JsValue value)
        {
            if (!value.IsString()) throw new Failure("DULY-HOST-007");
            return value.AsString();
        }

        private static int Bounded(int before, string text, int limit, string verb)
        {
            if (text.Length <= limit - before) return before + text.Length;
            throw TooMuch(verb, limit);
        }

        /// <summary>The failure of a rule that "read" or "answered" too much.</summary>
        public static Failure TooMuch(string verb, int limit)
        {
            return new Failure("DULY-LIMIT-004", "verb", verb, "most", limit.ToString("N0", CultureInfo.InvariantCulture));
        }
    }
}
