using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Text.Json;
using Duly.Answers;

namespace Duly.Bench
{
    /// <summary>
    /// A call of a rule as Node recorded it: what the rule was told, and what it read in each round. The rows stay on the disk until the rule asks for them, as
    /// they would in a database: what this program holds is the host's.
    /// </summary>
    internal sealed class Recorded
    {
        private readonly string folder;
        private readonly string rule;
        private readonly string context;

        /// <summary>Reads the call of a folder: <c>call.json</c> and, for each round, <c>0.json</c>, <c>1.json</c>, …</summary>
        public Recorded(string folder)
        {
            this.folder = folder;
            using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "call.json")));
            rule = document.RootElement.GetProperty("rule").GetString();
            context = document.RootElement.GetProperty("context").GetRawText();
        }

        /// <summary>Runs the rule once more and gives how long it took, without the reading of its rows; an answer that is none ends the measuring.</summary>
        public TimeSpan Play(HostUnderTest.Run run, string bundle)
        {
            var round = 0;
            var watch = Stopwatch.StartNew();
            var answer = run(bundle, rule, context, _ =>
            {
                watch.Stop();
                var rows = File.ReadAllText(Path.Combine(folder, round++.ToString(CultureInfo.InvariantCulture) + ".json"));
                watch.Start();
                return rows;
            });
            watch.Stop();
            if (!answer.StartsWith("{\"done\":[", StringComparison.Ordinal)) throw new InvalidDataException($"{rule} answered {answer}");
            return watch.Elapsed;
        }
    }
}
