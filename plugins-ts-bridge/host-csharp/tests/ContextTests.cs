using System;
using System.Linq;
using Duly.TsHost.Tests.Fakes;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Duly.TsHost.Tests
{
    /// <summary>What a rule is told: key order and shapes of the host in Node.</summary>
    public class ContextTests
    {
        private readonly FakePlatform platform = new(Bundles.Probe);

        private static readonly Guid Id = new("ABCDEF01-0000-4000-8000-000000000002");

        private string Told(FakeContext context)
        {
            platform.Step("echo", context);
            var told = platform.Traces.Single();
            return told[..told.IndexOf(",\"host\"", StringComparison.Ordinal)] + "}";
        }

        [Fact]
        public void AnUpdateIsToldWithItsTargetAndImages()
        {
            var context = new FakeContext { PrimaryEntityId = Id, Depth = 2 }.With("Target", new Entity("duly_item", Id) { ["duly_name"] = "Új \"tétel\"", ["duly_paidon"] = null });
            context.PreEntityImages["pre"] = new Entity("duly_item", Id) { ["duly_kind"] = new OptionSetValue(591850001) };
            context.PostEntityImages["post"] = new Entity("duly_item", Id) { ["duly_amount"] = new Money(12.50m) };
            Assert.Equal(
                """{"message":"Update","table":"duly_item","stage":20,"depth":2,"nowUtc":"2026-03-02T23:30:05Z","today":"2026-03-02","userId":"aaaaaaaa-0000-4000-8000-000000000001","""
                + """ "primaryId":"abcdef01-0000-4000-8000-000000000002","target":{"duly_name":"Új \"tétel\"","duly_paidon":null},"preImage":{"duly_kind":591850001},"postImage":{"duly_amount":"12.50"},"input":{}}""".TrimStart(),
                Told(context));
        }

        [Fact]
        public void ADeleteHasNoTarget_AndACreateNoIdYet()
        {
            var told = Told(new FakeContext { MessageName = "Delete" }.With("Target", new EntityReference("duly_item", Id)));
            Assert.Contains("\"primaryId\":null,\"target\":null,\"preImage\":null,\"postImage\":null", told);
        }

        [Fact]
        public void ACustomApiIsToldItsInput_AndTheEngineThatRunsIt()
        {
            platform.Publish(Bundles.Probe.Replace("exec(id)", "exec('echo')"));
            platform.Pin(FakePlatform.Sha256(Bundles.Probe.Replace("exec(id)", "exec('echo')")));
            platform.Api("duly_Probe", ("Id", Id), ("Row", new EntityReference("duly_item", Id) { Name = "A" }), ("At", new DateTime(2026, 3, 2, 1, 2, 3, DateTimeKind.Utc)), ("Rate", 1.250m), ("None", null));
            var told = platform.Traces.Single();
            Assert.Contains("\"table\":null,\"stage\":30", told);
            Assert.Contains(
                """ "input":{"Id":"abcdef01-0000-4000-8000-000000000002","Row":{"logicalName":"duly_item","id":"abcdef01-0000-4000-8000-000000000002","name":"A"},"At":"2026-03-02T01:02:03Z","Rate":"1.250","None":null},"host":{"engine":"jint 4.18.0 (clr """.Trim(),
                told);
        }

        public static TheoryData<object, string> Values => new()
        {
            { new Money(1234567.8900m), "\"1234567.8900\"" },
            { 0.000001m, "\"0.000001\"" },
            { -79228162514264337593543950335m, "\"-79228162514264337593543950335\"" },
            { 0.1 + 0.2, "0.30000000000000004" },
            { 1e21, "1e+21" },
            { 5e-324, "5e-324" },
            { int.MinValue, "-2147483648" },
            { 9007199254740991L, "9007199254740991" },
            { true, "true" },
            { "𝄞 \ud800 \u0001 \\", "\"𝄞 \\ud800 \\u0001 \\\\\"" },
            { new Guid("ABCDEF01-0000-4000-8000-000000000002"), "\"abcdef01-0000-4000-8000-000000000002\"" },
            { new EntityReference("account", new Guid("ABCDEF01-0000-4000-8000-000000000002")), "{\"logicalName\":\"account\",\"id\":\"abcdef01-0000-4000-8000-000000000002\",\"name\":null}" },
            { new[] { new OptionSetValue(2), new OptionSetValue(1) }, "[2,1]" },
        };

        [Theory]
        [MemberData(nameof(Values))]
        public void AValueIsToldAs(object value, string json) =>
            Assert.Contains("\"target\":{\"x\":" + json + "}", Told(new FakeContext().With("Target", new Entity("duly_item") { ["x"] = value })));

        [Theory]
        [InlineData("duly_dueon", "\"2026-03-31\"")]
        [InlineData("duly_sentat", "\"2026-03-31T00:00:00Z\"")]
        [InlineData("createdon", "\"2026-03-31T00:00:00Z\"")]
        public void ADayIsADayByItsColumn(string column, string json) =>
            Assert.Contains($"\"{column}\":{json}", Told(new FakeContext().With("Target", new Entity("duly_item") { [column] = new DateTime(2026, 3, 31, 0, 0, 0, DateTimeKind.Utc) })));

        [Fact]
        public void PartiesAndImagesAreNotTold() =>
            Assert.Contains("\"target\":{\"a\":1}", Told(new FakeContext().With("Target", new Entity("duly_item") { ["to"] = new EntityCollection(), ["a"] = 1, ["entityimage"] = new byte[] { 1 } })));
    }
}
