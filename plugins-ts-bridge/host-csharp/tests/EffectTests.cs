using System;
using System.Linq;
using Duly.TsHost.Tests.Fakes;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Duly.TsHost.Tests
{
    /// <summary>What becomes of a rule's effects.</summary>
    public class EffectTests
    {
        private readonly FakePlatform platform = new(Bundles.Probe);

        private FakeContext Apply(string effects, FakeContext context = null) => platform.Step("effects:" + effects, context ?? new FakeContext());

        [Fact]
        public void SetWritesToTheTargetInThePlatformsTypes()
        {
            var target = new Entity("duly_item");
            Apply(
                """
                [{"kind":"set","column":"duly_amount","value":"12.3400"},{"kind":"set","column":"duly_rate","value":"0.5"},{"kind":"set","column":"duly_dueon","value":"2026-03-31"},
                 {"kind":"set","column":"duly_sentat","value":"2026-03-31T10:20:30Z"},{"kind":"set","column":"duly_kind","value":591850001},{"kind":"set","column":"statuscode","value":1},
                 {"kind":"set","column":"duly_count","value":7},{"kind":"set","column":"duly_share","value":0.25},{"kind":"set","column":"duly_name","value":"Ő 🙂"},{"kind":"set","column":"duly_flag","value":false},
                 {"kind":"set","column":"duly_paidon","value":null},{"kind":"set","column":"duly_debtor","value":{"logicalName":"duly_debtor","id":"abcdef01-0000-4000-8000-000000000002"}}]
                """, new FakeContext().With("Target", target));
            Assert.Equal(new Money(12.34m), target["duly_amount"]);
            Assert.Equal(0.5m, target["duly_rate"]);
            Assert.Equal(new DateTime(2026, 3, 31, 0, 0, 0, DateTimeKind.Utc), target["duly_dueon"]);
            Assert.Equal(new DateTime(2026, 3, 31, 10, 20, 30, DateTimeKind.Utc), target["duly_sentat"]);
            Assert.Equal(new OptionSetValue(591850001), target["duly_kind"]);
            Assert.Equal(new OptionSetValue(1), target["statuscode"]);
            Assert.Equal(7, target["duly_count"]);
            Assert.Equal(0.25, target["duly_share"]);
            Assert.Equal("Ő 🙂", target["duly_name"]);
            Assert.Equal(false, target["duly_flag"]);
            Assert.Null(target["duly_paidon"]);
            Assert.Equal(new EntityReference("duly_debtor", new Guid("abcdef01-0000-4000-8000-000000000002")), target["duly_debtor"]);
        }

        [Fact]
        public void RowsAreCreatedUpdatedAndDeletedInTheRulesOrder()
        {
            var old = platform.Organization.Put("duly_item", new() { ["duly_name"] = "old" });
            var gone = platform.Organization.Put("duly_item", []);
            Apply($$$"""
                [{"kind":"create","table":"duly_item","as":"first","row":{"duly_name":"new","duly_amount":"1"}},
                 {"kind":"update","table":"duly_item","id":"{{{old}}}","row":{"duly_name":null,"duly_parent":{"logicalName":"duly_item","created":"first"} } },
                 {"kind":"delete","table":"duly_item","id":"{{{gone}}}"}]
                """);
            Assert.Equal(["create duly_item", "update duly_item", "delete duly_item"], platform.Organization.Writes);
            var created = Assert.Single(platform.Organization.All("duly_item"), row => row.Id != old);
            Assert.Equal(created.Id, ((EntityReference)platform.Organization.Row("duly_item", old)["duly_parent"]).Id);
            Assert.False(platform.Organization.Row("duly_item", old).Contains("duly_name"));
        }

        [Fact]
        public void RowsAreWrittenForTheUserAndDeletedForTheSystem()
        {
            var old = platform.Organization.Put("duly_item", []);
            var context = new FakeContext();
            string Writers(string effect)
            {
                platform.Organization.Writers.Clear();
                Apply(effect, context);
                return string.Join(",", platform.Organization.Writers.Select(user => user == null ? "system" : user == context.UserId ? "user" : "another"));
            }
            Assert.Equal("user", Writers("""[{"kind":"create","table":"duly_item","row":{}}]"""));
            Assert.Equal("user", Writers($$"""[{"kind":"update","table":"duly_item","id":"{{old}}","row":{} }]"""));
            Assert.Equal("system", Writers($$"""[{"kind":"delete","table":"duly_item","id":"{{old}}"}]"""));
        }

        [Fact]
        public void ARefusalIsThrownBeforeAnythingIsWritten()
        {
            var refusal = Assert.Throws<InvalidPluginExecutionException>(() => Apply(
                """[{"kind":"create","table":"duly_item","row":{}},{"kind":"fail","code":"DULY-X-001","text":"DULY-X-001 A „tétel” zárva."}]"""));
            Assert.Equal("DULY-X-001 A „tétel” zárva.", refusal.Message);
            Assert.Empty(platform.Organization.Writes);
            Assert.Empty(platform.Traces);
        }

        [Fact]
        public void ResponsePropertiesHaveTheTypesThatTheApiDeclares()
        {
            const string effects = """[{"kind":"create","table":"duly_item","as":"n","row":{}},{"kind":"output","name":"Id","value":{"created":"n"}},{"kind":"output","name":"Text","value":"7"},{"kind":"output","name":"Count","value":7},{"kind":"output","name":"Done","value":true}]""";
            PublishAnswering(effects);
            var output = platform.Api("duly_Probe").OutputParameters;
            Assert.Equal([platform.Organization.All("duly_item").Single().Id, "7", 7, true], [output["Id"], output["Text"], output["Count"], output["Done"]]);
        }

        [Fact]
        public void AnUndeclaredResponsePropertyIsRefused()
        {
            PublishAnswering("""[{"kind":"output","name":"Other","value":1}]""");
            Assert.StartsWith("DULY-HOST-012 ", Assert.Throws<InvalidPluginExecutionException>(() => platform.Api("duly_Probe")).Message);
        }

        /// <summary>A bundle that answers every call with the effects: an API's rule id is its name.</summary>
        private void PublishAnswering(string effects)
        {
            var bundle = Bundles.Probe.Replace("exec(id)", $"exec({System.Text.Json.JsonSerializer.Serialize("effects:" + effects)})");
            platform.Publish(bundle);
            platform.Pin(FakePlatform.Sha256(bundle));
        }

        [Theory]
        [InlineData("""{"kind":"update","table":"duly_item","id":"7","row":{}}""", "DULY-HOST-014")]
        [InlineData("""{"kind":"create","table":"account","row":{}}""", "DULY-HOST-013")]
        [InlineData("""{"kind":"create","table":"duly_item","row":{"duly_amount":"1,5"}}""", "DULY-HOST-010")]
        [InlineData("""{"kind":"create","table":"duly_item","row":{"duly_dueon":"2026-02-30"}}""", "DULY-HOST-010")]
        [InlineData("""{"kind":"create","table":"duly_item","row":{"duly_kind":"a"}}""", "DULY-HOST-010")]
        [InlineData("""{"kind":"create","table":"duly_item","row":{"duly_kind":3000000000}}""", "DULY-HOST-010")]
        [InlineData("""{"kind":"create","table":"duly_item","row":{"duly_x":[[1]]}}""", "DULY-HOST-010")]
        [InlineData("""{"kind":"create","table":"duly_item","row":{"duly_parent":{"logicalName":"duly_item","created":"nobody"}}}""", "DULY-HOST-004")]
        [InlineData("""{"kind":"dance"}""", "DULY-HOST-011")]
        public void WhatCannotBeDoneIsRefusedByCode(string effect, string code)
        {
            Assert.StartsWith(code + " ", Assert.Throws<InvalidPluginExecutionException>(() => Apply($"[{effect}]")).Message);
            Assert.Empty(platform.Organization.Writes);
        }

        [Fact]
        public void ATraceIsNoFormat()
        {
            Apply("""[{"kind":"trace","text":"{0} {name} 100 %"}]""");
            Assert.Equal("{0} {name} 100 %", platform.Traces.Single());
        }

        [Fact]
        public void RulesActForTheUser_TheBundleIsReadByTheSystem()
        {
            var context = Apply("[]");
            Assert.Contains(context.UserId, platform.Users);
            Assert.Contains(null, platform.Users);
        }
    }
}
