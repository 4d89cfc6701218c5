using System;
using System.Linq;
using Duly.TsHost.Tests.Fakes;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Duly.TsHost.Tests
{
    /// <summary>The bundle is the pinned one, the mode is obeyed, and both are looked up at most once a minute.</summary>
    public class PinTests
    {
        private readonly FakePlatform platform = new(Bundles.Probe);

        private const string Trace = "effects:[{\"kind\":\"trace\",\"text\":\"ran\"}]";
        private const string Refuse = "effects:[{\"kind\":\"fail\",\"code\":\"DULY-X-001\",\"text\":\"DULY-X-001 No.\"}]";

        private int Lookups(string table) => platform.Organization.Queries.Count(query => query.Contains($"<entity name=\"{table}\""));

        private string Refused(string ruleId = Trace) => Assert.Throws<InvalidPluginExecutionException>(() => platform.Step(ruleId, new FakeContext())).Message;

        [Fact]
        public void VariablesAreReadOnceAMinute_TheBundleOnce()
        {
            platform.Publish(Bundles.Probe + "// once");
            platform.Pin(FakePlatform.Sha256(Bundles.Probe + "// once"));
            for (var second = 0; second < 60; second += 20)
            {
                platform.Step(Trace, new FakeContext());
                platform.UtcNow = platform.UtcNow.AddSeconds(20);
            }
            Assert.Equal((1, 1), (Lookups("environmentvariabledefinition"), Lookups("webresource")));
            platform.Step(Trace, new FakeContext());
            Assert.Equal((2, 1), (Lookups("environmentvariabledefinition"), Lookups("webresource")));
        }

        [Fact]
        public void AStepRunsThePartForSteps_UntilACustomApiNeededEveryRule()
        {
            string Part(string name) => Bundles.Probe.Replace("text: JSON.stringify(context)", $"text: \"{name}\"");
            var parted = Part("steps") + "//# every rule\n" + Part("every rule").Replace("*echo(_", "*duly_Echo(_) { return yield* run.echo(_, {}); },\n *echo(_");
            platform.Publish(parted);
            platform.Pin(FakePlatform.Sha256(parted));
            platform.Step("echo", new FakeContext());
            platform.Api("duly_Echo");
            platform.Step("echo", new FakeContext());
            Assert.Equal(["steps", "every rule", "every rule"], platform.Traces);
        }

        [Theory]
        [InlineData("disabled")]
        [InlineData("false")]
        public void AModeThatIsNoneLeavesTheRulesOn_AndTheTraceSaysSo(string mode)
        {
            platform.Definition("duly_rulesmode")["defaultvalue"] = mode;
            Assert.Equal("DULY-X-001 No.", Refused(Refuse));
            Assert.StartsWith($"DULY-HOST-015 The environment variable duly_rulesmode says '{mode}'", platform.Traces[0]);
        }

        [Theory]
        [InlineData("")]
        [InlineData(" On ")]
        public void AModeThatSaysNothingNewIsNotTraced(string mode)
        {
            platform.Definition("duly_rulesmode")["defaultvalue"] = mode;
            platform.Step(Trace, new FakeContext());
            Assert.Equal(["ran"], platform.Traces);
        }

        [Fact]
        public void AReleaseIsTakenUpAfterAMinute()
        {
            platform.Step(Trace, new FakeContext());
            var next = Bundles.Probe.Replace("{ kind: \"trace\", text: JSON.stringify(context) }", "{ kind: \"trace\", text: \"next\" }");
            platform.Publish(next);
            platform.Pin(FakePlatform.Sha256(next));
            platform.UtcNow = platform.UtcNow.AddSeconds(61);
            platform.Step("echo", new FakeContext());
            Assert.Equal(["ran", "next"], platform.Traces);
        }

        [Fact]
        public void AWebResourceThatChangedBeforeItsVariableIsRefused_AndTakenUpWithIt()
        {
            var next = Bundles.Probe + "// next";
            platform.Publish(next);
            platform.Pin(new string('0', 64));
            Assert.StartsWith("DULY-HOST-003 ", Refused());
            Assert.Equal(2, Lookups("webresource"));
            platform.Pin(FakePlatform.Sha256(next).ToUpperInvariant());
            platform.Step(Trace, new FakeContext());
            Assert.Contains("ran", platform.Traces);
        }

        [Fact]
        public void AVariableSetInTheEnvironmentWins()
        {
            var definition = platform.Definition("duly_rulesmode");
            platform.Organization.Put("environmentvariablevalue", new() { ["environmentvariabledefinitionid"] = definition.ToEntityReference(), ["value"] = " Off " });
            platform.Step(Trace, new FakeContext());
            Assert.Empty(platform.Traces);
        }

        [Theory]
        [InlineData("")]
        [InlineData("{}")]
        [InlineData("{\"webResource\":\"a\"}")]
        [InlineData("[1]")]
        public void WithoutAPinTheRulesAreRefused(string value)
        {
            platform.Definition("duly_rules")["defaultvalue"] = value;
            Assert.StartsWith("DULY-HOST-001 ", Refused());
        }

        [Fact]
        public void APinThatIsNoJsonIsRefused()
        {
            platform.Definition("duly_rules")["defaultvalue"] = "{\"webResource\":";
            Assert.StartsWith("DULY-HOST-008 ", Refused());
        }

        [Fact]
        public void AMissingWebResourceIsRefused()
        {
            platform.Pin(new string('1', 64), "duly_/other & <b>.js");
            Assert.StartsWith("DULY-HOST-002 The web resource duly_/other & <b>.js ", Refused());
        }

        [Fact]
        public void Off_StepsDoNothing_CustomApisSaySo()
        {
            platform.Definition("duly_rulesmode")["defaultvalue"] = "off";
            platform.Definition("duly_rules")["defaultvalue"] = "";
            platform.Step(Refuse, new FakeContext());
            Assert.StartsWith("DULY-HOST-006 ", Assert.Throws<InvalidPluginExecutionException>(() => platform.Api("duly_Probe")).Message);
        }

        [Theory]
        [InlineData(Refuse, "DULY-X-001 No.")]
        [InlineData("throws:oops", "DULY-JS ")]
        [InlineData("loop", "DULY-LIMIT-001 ")]
        public void Log_AStepsObjectionIsTracedAndTheSavePasses(string ruleId, string traced)
        {
            platform.Definition("duly_rulesmode")["defaultvalue"] = "log";
            platform.Step(ruleId, new FakeContext());
            Assert.StartsWith(traced, platform.Traces[^1]);
        }

        [Fact]
        public void Log_ABundleThatCannotBeLoadedDoesNotStopASave_ButACustomApi()
        {
            platform.Definition("duly_rulesmode")["defaultvalue"] = "log";
            platform.Pin(new string('2', 64));
            platform.Step(Trace, new FakeContext());
            Assert.StartsWith("DULY-HOST-003 ", platform.Traces[^1]);
            Assert.Throws<InvalidPluginExecutionException>(() => platform.Api("duly_Probe"));
        }
    }
}
