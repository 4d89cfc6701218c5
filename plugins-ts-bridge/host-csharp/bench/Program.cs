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
    Console.Error.WriteLine("Usage: bench BUNDLE.js CALLS; prints milliseconds and peak memory as JSON. CALLS has the folders promise, page and ping");
    return 2;
}
var bundle = File.ReadAllText(args[0]);
var promise = Call("promise");
var page = Call("page");

// From nothing loaded to the first answer: what the first save after a worker's start waits for.
var clock = Stopwatch.StartNew();
var busy = Busy();
var run = HostUnderTest.Replay();
promise.Play(run, bundle);
var result = new Dictionary<string, object> { ["coldStartMs"] = Rounded(clock.Elapsed.TotalMilliseconds), ["coldStartCpuMs"] = Rounded(Busy() - busy) };

// Until the runtime has compiled what is called often.
for (var i = 0; i < 500; i++) promise.Play(run, bundle);
var promises = Measured("promise", promise, 500);
result["promiseP99Ms"] = Rounded(At(promises, 0.99));
try
{
    result["pageFirstMs"] = Rounded(page.Play(run, bundle).TotalMilliseconds);
    Measured("page", page, 5);
}
catch (InvalidDataException refused)
{
    // A page that the limits stop is a measurement too.
    result["pageRefused"] = refused.Message;
}
result["peakMiB"] = PeakMiB();
// Last, since it holds 32 MB to see whether it may: an administrator calls it after an import, not among the saves and pages of a worker.
result["pingMs"] = Rounded(Call("ping").Play(run, bundle).TotalMilliseconds);
result["peakWithPingMiB"] = PeakMiB();
Console.WriteLine(JsonSerializer.Serialize(result));
return 0;

Recorded Call(string name) => new(Path.Combine(args[1], name));

// Sorted times of a call; median, and processor time of each on average, which tells a busy machine from a slow rule.
double[] Measured(string name, Recorded recorded, int times)
{
    var before = Busy();
    var sorted = Enumerable.Range(0, times).Select(_ => recorded.Play(run, bundle).TotalMilliseconds).Order().ToArray();
    (result[name + "MedianMs"], result[name + "CpuMs"]) = (Rounded(At(sorted, 0.5)), Rounded((Busy() - before) / times));
    return sorted;
}

static double Busy() => Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds;

static double PeakMiB() => Math.Round(Process.GetCurrentProcess().PeakWorkingSet64 / 1024.0 / 1024.0);

static double At(double[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];

static double Rounded(double value) => Math.Round(value, 2);
