using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Duly.Answers;

namespace Duly.Bench
{
    /// <summary>A call of a rule as Node recorded it: what the rule was told, and what it read in each round.</summary>
    internal sealed class Recorded
    {
        private readonly string rule;
        private readonly string context;
        private readonly string[] rounds;

        private Recorded(JsonElement given)
        {
            rule = given.GetProperty("rule").GetString();
            context = given.GetProperty("context").GetRawText();
            rounds = given.GetProperty("rows").EnumerateArray().Select(round => round.GetRawText()).ToArray();
        }

        /// <summary>Reads <c>{"name":{"rule":…,"context":{…},"rows":[[[…]],…]},…}</c>.</summary>
        public static IReadOnlyDictionary<string, Recorded> Read(string file)
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            return document.RootElement.EnumerateObject().ToDictionary(one => one.Name, one => new Recorded(one.Value));
        }

        /// <summary>Runs the rule once more; an answer that is none ends the measuring.</summary>
        public void Play(HostUnderTest.Run run, string bundle)
        {
            var round = 0;
            var answer = run(bundle, rule, context, _ => rounds[round++]);
            if (!answer.StartsWith("{\"done\":[", System.StringComparison.Ordinal)) throw new InvalidDataException($"{rule} answered {answer}");
        }
    }
}
