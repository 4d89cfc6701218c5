using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Text;
using System.Text.Json;
using System.Threading;

namespace Duly.Answers
{
    /// <summary>
    /// <c>answers BUNDLE.js</c>: reads cases <c>{"rule":…,"context":{…},"rows":[[[…]],…]}</c> from standard input, one a line. <c>rows</c> has an entry
    /// for each round of reads, in order: one array of rows for each read. Prints one line a case: the rule's answer <c>{"done":[effects]}</c>,
    /// or the code of what went wrong (DULY-JS, DULY-LIMIT-…, DULY-HOST-…). With <c>--messages</c> whole messages instead of codes.
    /// <c>--stack KB</c> runs the cases on a stack of that size, <c>--times</c> prints milliseconds a case and the peak of memory to standard error.
    /// </summary>
    internal static class Program
    {
        private static int Main(string[] arguments)
        {
            if (arguments.Length == 0)
            {
                Console.Error.WriteLine("Usage: answers BUNDLE.js [--messages] [--times] [--stack KB] < cases.jsonl");
                return 2;
            }
            var stack = Array.IndexOf(arguments, "--stack");
            var thread = new Thread(() => AnswerAll(arguments), stack < 0 ? 0 : int.Parse(arguments[stack + 1]) * 1024);
            thread.Start();
            thread.Join();
            return 0;
        }

        private static void AnswerAll(string[] arguments)
        {
            var bundle = File.ReadAllText(arguments[0]);
            var messages = Array.IndexOf(arguments, "--messages") > 0;
            var times = Array.IndexOf(arguments, "--times") > 0;
            var run = HostUnderTest.Replay();
            using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
            using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n" };
            while (input.ReadLine() is { } line)
            {
                if (line == "") continue;
                var clock = Stopwatch.StartNew();
                var answer = Answer(run, bundle, line);
                if (times) Console.Error.WriteLine(clock.Elapsed.TotalMilliseconds.ToString("F3", CultureInfo.InvariantCulture));
                output.WriteLine(messages || answer.StartsWith('{') ? answer : answer.Split(' ')[0]);
            }
            if (times) Console.Error.WriteLine($"peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1024 / 1024} MB");
        }

        private static string Answer(HostUnderTest.Run run, string bundle, string line)
        {
            using var given = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 1024 });
            var rounds = given.RootElement.TryGetProperty("rows", out var rows) ? rows : default;
            var round = 0;
            return run(bundle, given.RootElement.GetProperty("rule").GetString(), given.RootElement.GetProperty("context").GetRawText(), _ =>
            {
                var recorded = rounds.ValueKind == JsonValueKind.Array && round < rounds.GetArrayLength() ? rounds[round].GetRawText() : "[]";
                round += 1;
                return recorded;
            });
        }
    }
}
