using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using Duly.Answers;
using Duly.Bench;

if (args.Length != 2)
{
    Console.Error.WriteLine("Usage: bench BUNDLE.js CASES.json; prints milliseconds and peak memory as JSON");
    return 2;
}
var bundle = File.ReadAllText(args[0]);
var cases = Recorded.Read(args[1]);

// From nothing loaded to the first answer: what the first save after a worker's start waits for.
var clock = Stopwatch.StartNew();
var run = HostUnderTest.Replay();
cases["ping"].Play(run, bundle);
var coldStart = clock.Elapsed.TotalMilliseconds;

for (var i = 0; i < 50; i++) cases["promise"].Play(run, bundle);
var promises = Enumerable.Range(0, 500).Select(_ => Milliseconds(cases["promise"])).Order().ToArray();
var result = new Dictionary<string, object>
{
    ["coldStartMs"] = Rounded(coldStart), ["promiseMedianMs"] = Rounded(At(promises, 0.5)), ["promiseP99Ms"] = Rounded(At(promises, 0.99)),
};
try
{
    var firstPage = Milliseconds(cases["page"]);
    var pages = Enumerable.Range(0, 5).Select(_ => Milliseconds(cases["page"])).Order().ToArray();
    (result["pageFirstMs"], result["pageMedianMs"]) = (Rounded(firstPage), Rounded(At(pages, 0.5)));
}
catch (InvalidDataException refused)
{
    // A page that the limits stop is a measurement too.
    result["pageRefused"] = refused.Message;
}
result["peakMiB"] = Math.Round(Process.GetCurrentProcess().PeakWorkingSet64 / 1024.0 / 1024.0);
Console.WriteLine(JsonSerializer.Serialize(result));
return 0;

double Milliseconds(Recorded recorded)
{
    var watch = Stopwatch.StartNew();
    recorded.Play(run, bundle);
    return watch.Elapsed.TotalMilliseconds;
}

static double At(double[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];

static double Rounded(double value) => Math.Round(value, 2);
