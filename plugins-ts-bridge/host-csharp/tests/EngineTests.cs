using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Duly.TsHost.Tests.Fakes;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Duly.TsHost.Tests
{
    /// <summary>An engine serves one call after the other: which calls share one is told by a rule that counts its own calls, as no rule of the product may.</summary>
    public class EngineTests
    {
        private const string Counts = """
            let calls = 0;
            const done = (text) => JSON.stringify({ done: [{ kind: "trace", text }] });
            globalThis.types = () => '{"columns":{},"outputs":{}}';
            globalThis.start = (id) => {
              calls += 1;
              if (id === "throws") throw new TypeError("torn");
              if (id === "loop") for (;;);
              return id === "count" ? done(String(calls)) : JSON.stringify({ key: id, need: ["<fetch><entity name=\"" + id + "\"><attribute name=\"text\"/></entity></fetch>"] });
            };
            globalThis.resume = (key, rows) => done(key + " " + JSON.parse(rows)[0].length + " " + calls);
            """;

        /// <summary>A bundle of its own for each platform, so that tests share no engine.</summary>
        private static FakePlatform Platform() => new(Counts + "// " + Guid.NewGuid());

        private static string Told(FakePlatform platform, string rule)
        {
            platform.Step(rule, new FakeContext());
            return platform.Traces.Last();
        }

        [Fact]
        public void TheNextCallTakesTheEngineThatTheLastOneLeft()
        {
            var platform = Platform();
            Assert.Equal(["1", "2", "3"], new[] { Told(platform, "count"), Told(platform, "count"), Told(platform, "count") });
        }

        [Theory]
        [InlineData("throws")]
        [InlineData("loop")]
        public void ARuleThatBrokeOffTakesItsEngineWithIt(string rule)
        {
            var platform = Platform();
            Assert.Equal("1", Told(platform, "count"));
            Assert.Throws<InvalidPluginExecutionException>(() => Told(platform, rule));
            Assert.Equal("1", Told(platform, "count"));
        }

        [Fact]
        public void AReadThatFailsTakesTheEngineThatWaitsForItsRows()
        {
            var platform = Platform();
            Assert.Equal("1", Told(platform, "count"));
            platform.Organization.Reading = _ => throw new InvalidOperationException("No answer.");
            Assert.Throws<InvalidPluginExecutionException>(() => Told(platform, "duly_item"));
            platform.Organization.Reading = null;
            Assert.Equal("1", Told(platform, "count"));
        }

        [Fact]
        public void ACallThatReadMuchLeavesNoEngine()
        {
            var platform = Platform();
            platform.Organization.Put("duly_item", new() { ["text"] = "short" });
            Assert.Equal("duly_item 1 1", Told(platform, "duly_item"));
            Assert.Equal("2", Told(platform, "count"));
            platform.Organization.Put("duly_item", new() { ["text"] = new string('x', 300_000) });
            Assert.Equal("duly_item 2 3", Told(platform, "duly_item"));
            Assert.Equal("1", Told(platform, "count"));
        }

        [Fact]
        public void ACallInsideAnotherHasAnEngineOfItsOwn()
        {
            var platform = Platform();
            var inner = new List<string>();
            platform.Organization.Reading = query =>
            {
                if (query.Contains("duly_outer") && inner.Count == 0) inner.Add(Told(platform, "count"));
            };
            Assert.Equal("duly_outer 0 1", Told(platform, "duly_outer"));
            Assert.Equal(["1"], inner);
        }

        [Fact]
        public async Task CallsAtTheSameTimeNeverShareAnEngine()
        {
            const int threads = 8;
            var bundle = Platform().Bundle;
            using var together = new Barrier(threads);
            var told = await Task.WhenAll(Enumerable.Range(0, threads).Select(number => Task.Factory.StartNew(() =>
            {
                var platform = new FakePlatform(bundle);
                // All wait inside a read for the slowest: eight calls are open at once, and each must count its own engine's only.
                platform.Organization.Reading = query => { if (query.Contains("duly_item" + number)) together.SignalAndWait(TimeSpan.FromSeconds(60)); };
                return Told(platform, "duly_item" + number);
            }, TaskCreationOptions.LongRunning)));
            Assert.Equal(Enumerable.Range(0, threads).Select(number => $"duly_item{number} 0 1"), told);
        }
    }
}
