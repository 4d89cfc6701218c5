using System;
using System.Globalization;
using Jint;
using Jint.Constraints;
using Jint.Native;

namespace Duly.TsHost.Script
{
    /// <summary>A bundle in a fresh engine, for one call of one rule. The time runs from when it is made.</summary>
    internal sealed class RuleScript : IDisposable
    {
        private readonly OperationDeadlineConstraint deadline = new OperationDeadlineConstraint();
        private readonly Engine engine;
        private int read;
        private int written;

        public RuleScript(PreparedBundle bundle, TimeSpan time)
        {
            engine = EngineFactory.Create(deadline);
            deadline.Begin(time);
            try
            {
                engine.Execute(bundle.Script);
            }
            catch
            {
                Dispose();
                throw;
            }
        }

        /// <summary>Begins a rule; answers <c>{"done":[effects]}</c> or <c>{"key":…,"need":[FetchXML]}</c>.</summary>
        public string Start(string ruleId, string contextJson) { return Call("start", ruleId, contextJson); }

        /// <summary>Goes on with the rows that were needed, one array for each read.</summary>
        public string Resume(string key, string rowsJson) { return Call("resume", key, rowsJson); }

        /// <summary>What the bundle says about columns and response properties.</summary>
        public string Types() { return Text(engine.Invoke("types")); }

        public void Dispose()
        {
            deadline.End();
            engine.Dispose();
        }

        private string Call(string function, string first, string json)
        {
            read = Bounded(read, json, Limits.InputCharacters, "reads");
            var answer = Text(engine.Invoke(function, first, json));
            written = Bounded(written, answer, Limits.OutputCharacters, "answers");
            return answer;
        }

        private static string Text(JsValue value)
        {
            if (!value.IsString()) throw new Failure("DULY-HOST-007 The bundle answered with something that is no text. Import the solution again.");
            return value.AsString();
        }

        private static int Bounded(int before, string text, int limit, string verb)
        {
            if (text.Length <= limit - before) return before + text.Length;
            throw new Failure(TooMuch(verb, limit));
        }

        /// <summary>The message for a rule that reads or answers too much.</summary>
        public static string TooMuch(string verb, int limit)
        {
            return string.Format(CultureInfo.InvariantCulture, "DULY-LIMIT-004 A rule was stopped: it {0} more than {1:N0} characters in one call.", verb, limit);
        }
    }
}
