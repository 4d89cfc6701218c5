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
var busy = Busy();
var run = HostUnderTest.Replay();
cases["promise"].Play(run, bundle);
var result = new Dictionary<string, object> { ["coldStartMs"] = Rounded(clock.Elapsed.TotalMilliseconds), ["coldStartCpuMs"] = Rounded(Busy() - busy) };

// Until the runtime has compiled what is called often.
for (var i = 0; i < 500; i++) cases["promise"].Play(run, bundle);
var promises = Measured("promise", 500);
result["promiseP99Ms"] = Rounded(At(promises, 0.99));
result["pingMs"] = Rounded(Milliseconds(cases["ping"]));
try
{
    result["pageFirstMs"] = Rounded(Milliseconds(cases["page"]));
    Measured("page", 5);
}
catch (InvalidDataException refused)
{
    // A page that the limits stop is a measurement too.
    result["pageRefused"] = refused.Message;
}
result["peakMiB"] = Math.Round(Process.GetCurrentProcess().PeakWorkingSet64 / 1024.0 / 1024.0);
Console.WriteLine(JsonSerializer.Serialize(result));
return 0;

// Sorted times of a call; median, and processor time of each on average, which tells a busy machine from a slow rule.
double[] Measured(string name, int times)
{
    var before = Busy();
    var sorted = Enumerable.Range(0, times).Select(_ => Milliseconds(cases[name])).Order().ToArray();
    (result[name + "MedianMs"], result[name + "CpuMs"]) = (Rounded(At(sorted, 0.5)), Rounded((Busy() - before) / times));
    return sorted;
}

static double Busy() => Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds;

double Milliseconds(Recorded recorded)
{
    var watch = Stopwatch.StartNew();
    recorded.Play(run, bundle);
    return watch.Elapsed.TotalMilliseconds;
}

static double At(double[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];

static double Rounded(double value) => Math.Round(value, 2);
