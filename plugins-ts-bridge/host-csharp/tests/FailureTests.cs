using System;
using System.Linq;
using Duly.TsHost.Tests.Fakes;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace System.ServiceModel
{
    /// <summary>Stands in for the platform's fault, which .NET itself does not have.</summary>
    public class FaultException(string message) : Exception(message);

    public class FaultException<T>(string message) : FaultException(message);
}

namespace Duly.TsHost.Tests
{
    /// <summary>A plain coded message for the user, everything else for the administrator's trace.</summary>
    public class FailureTests
    {
        private readonly FakePlatform platform = new(Bundles.Probe);

        private const string Create = """effects:[{"kind":"create","table":"duly_item","row":{}}]""";

        private InvalidPluginExecutionException Refused(string ruleId) => Assert.Throws<InvalidPluginExecutionException>(() => platform.Step(ruleId, new FakeContext()));

        [Fact]
        public void AnErrorInARule()
        {
            Assert.Equal("DULY-JS The rule throws:árvíz failed: árvíz. Report it with the plug-in trace.", Refused("throws:árvíz").Message);
            Assert.Contains("bundle.js:", platform.Traces.Single());
            Assert.Contains("JavaScriptException", platform.Traces.Single());
        }

        [Fact]
        public void AnErrorOfManyWordsIsShortForTheUser_AndWholeInTheTrace()
        {
            var words = new string('x', 5000);
            var shown = Refused("throws:" + words).Message;
            Assert.EndsWith(" failed: " + new string('x', 1000) + "…. Report it with the plug-in trace.", shown);
            Assert.Contains(words, platform.Traces.Single());
        }

        [Fact]
        public void ARuleThatReadsInACircle() => Assert.Equal("DULY-HOST-005 The rule circle read more than 200 times. Report it with the plug-in trace.", Refused("circle").Message);

        [Fact]
        public void AnEndlessLoop()
        {
            Assert.StartsWith("DULY-LIMIT-001 The rule loop was stopped: it ran too ", Refused("loop").Message);
            Assert.Contains("   at ", platform.Traces.Single());
        }

        [Fact]
        public void WhatThePlatformOrANestedRuleRefusesKeepsItsMessage()
        {
            platform.Organization.Fault = new System.ServiceModel.FaultException<int>("DULY-PAYMENT-001 The amount is negative.");
            Assert.Equal("DULY-PAYMENT-001 The amount is negative.", Refused(Create).Message);
            Assert.Contains("FaultException", platform.Traces.Single());
        }

        [Fact]
        public void AnythingElseIsTheHosts()
        {
            platform.Organization.Fault = new InvalidOperationException("Torn.");
            Assert.Equal("DULY-HOST-009 The host of the rule " + Create + " failed (InvalidOperationException): Torn. Report it with the plug-in trace; set duly_rulesmode to log when saving must go on.", Refused(Create).Message);
        }

        [Fact]
        public void ABundleThatIsNoScript()
        {
            platform.Publish("}{");
            platform.Pin(FakePlatform.Sha256("}{"));
            Assert.StartsWith("DULY-", Refused("echo").Message);
        }

        [Fact]
        public void ABundleThatAnswersNonsense()
        {
            const string bundle = "globalThis.types = () => '{\"columns\":{},\"outputs\":{}}'; globalThis.start = () => 7;";
            platform.Publish(bundle);
            platform.Pin(FakePlatform.Sha256(bundle));
            Assert.StartsWith("DULY-HOST-007 ", Refused("echo").Message);
        }
    }
}
