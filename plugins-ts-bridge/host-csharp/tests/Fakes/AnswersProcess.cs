using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using Xunit;

namespace Duly.TsHost.Tests.Fakes
{
    /// <summary>The answers program in a process of its own.</summary>
    internal static class AnswersProcess
    {
        /// <summary>Runs cases one after another on a stack of some KB; one line for each. Fails when the process dies or takes more than three minutes.</summary>
        public static string[] Run(string bundle, IReadOnlyCollection<string> cases, int stackKb)
        {
            var file = Path.Combine(Path.GetTempPath(), $"duly-bundle-{Guid.NewGuid():N}.js");
            File.WriteAllText(file, bundle);
            try
            {
                return Lines(file, cases, stackKb);
            }
            finally
            {
                File.Delete(file);
            }
        }

        private static string[] Lines(string bundle, IReadOnlyCollection<string> cases, int stackKb)
        {
            var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "answers.dll"), bundle, "--messages", "--stack", $"{stackKb}"])
            {
                RedirectStandardInput = true, RedirectStandardOutput = true, StandardInputEncoding = new UTF8Encoding(false), StandardOutputEncoding = new UTF8Encoding(false),
            };
            using var process = Process.Start(start);
            var output = process.StandardOutput.ReadToEndAsync();
            foreach (var one in cases) process.StandardInput.WriteLine(one);
            process.StandardInput.Close();
            if (!process.WaitForExit(TimeSpan.FromMinutes(3))) process.Kill();
            var lines = output.GetAwaiter().GetResult().TrimEnd('\n').Split('\n');
            Assert.True(process.ExitCode == 0 && lines.Length == cases.Count, $"The process ended with {process.ExitCode} after {lines.Length} of {cases.Count} cases; the last line is {lines.Last()}.");
            return lines;
        }
    }
}
