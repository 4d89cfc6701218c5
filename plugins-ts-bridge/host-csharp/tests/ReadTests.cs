using System;
using System.Linq;
using System.Text.Json;
using Duly.TsHost.Tests.Fakes;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Duly.TsHost.Tests
{
    /// <summary>What a rule gets for what it reads.</summary>
    public class ReadTests
    {
        private readonly FakePlatform platform = new(Bundles.Probe);

        private string[] Rows(params object[] rounds)
        {
            platform.Step("read:" + JsonSerializer.Serialize(rounds), new FakeContext());
            return [.. platform.Traces];
        }

        [Fact]
        public void EveryColumnThatIsAskedForIsThereOnce_InTheOrderOfTheQuery_AndNothingElse()
        {
            var debtor = platform.Organization.Put("duly_debtor", new() { ["duly_name"] = "Buyer <Kft> & Társa", ["duly_seenon"] = new DateTime(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc) });
            var item = platform.Organization.Put("duly_item", new() { ["duly_amount"] = new Money(1.5m), ["duly_debtor"] = new EntityReference("duly_debtor", debtor) { Name = "Buyer" }, ["duly_dueon"] = new DateTime(2026, 1, 5) });
            var rows = Rows("""
                <fetch count="5000" page="1"><entity name="duly_item"><attribute name="duly_dueon"/><attribute name="duly_paidon"/><attribute name="duly_debtor"/><attribute name="duly_amount"/><attribute name="duly_dueon"/>
                <link-entity name="duly_debtor" from="duly_debtorid" to="duly_debtor" alias="debtor" link-type="outer"><attribute name="duly_name"/><attribute name="duly_email"/></link-entity>
                <filter type="and"><condition attribute="duly_debtor" operator="in"><value>
                """.Trim() + debtor + """</value></condition></filter></entity></fetch>""");
            Assert.Equal(
                $$$"""[[{"duly_itemid":"{{{item}}}","duly_dueon":"2026-01-05","duly_paidon":null,"duly_debtor":{"logicalName":"duly_debtor","id":"{{{debtor}}}","name":"Buyer"},"duly_amount":"1.5","debtor.duly_name":"Buyer <Kft> & Társa","debtor.duly_email":null}]]""",
                Assert.Single(rows));
        }

        [Fact]
        public void AnAggregateHasItsAliasesOnly()
        {
            for (var kind = 1; kind <= 3; kind += 1) platform.Organization.Put("duly_item", new() { ["duly_kind"] = new OptionSetValue(kind / 2) });
            var rows = Rows("""<fetch aggregate="true"><entity name="duly_item"><attribute name="duly_itemid" aggregate="count" alias="number"/><attribute name="duly_kind" groupby="true" alias="kind"/></entity></fetch>""");
            Assert.Equal("""[[{"number":1,"kind":0},{"number":2,"kind":1}]]""", Assert.Single(rows));
        }

        [Fact]
        public void SeveralReadsAreAnsweredTogether_AndRoundByRound()
        {
            platform.Organization.Put("duly_item", []);
            const string items = """<fetch><entity name="duly_item"><attribute name="duly_kind"/></entity></fetch>""";
            const string nothing = """<fetch><entity name="duly_debtor"><attribute name="duly_name"/></entity></fetch>""";
            var rows = Rows(new[] { nothing, items, nothing }, items);
            Assert.Matches("^\\[\\[\\],\\[\\{\"duly_itemid\":\"[^\"]+\",\"duly_kind\":null\\}\\],\\[\\]\\]$", rows[0]);
            Assert.Equal(2, rows.Length);
        }

        [Fact]
        public void FurtherPagesAreAskedForWithTheCookieOfThePageBefore()
        {
            for (var count = 0; count < 5; count += 1) platform.Organization.Put("duly_item", []);
            string Page(int page) => $"""<fetch count="2" page="{page}"><entity name="duly_item"><attribute name="duly_kind"/><order attribute="duly_itemid"/></entity></fetch>""";
            var rows = Rows(Page(1), Page(2), Page(3));
            Assert.Equal([2, 2, 1], rows.Select(round => JsonDocument.Parse(round).RootElement[0].GetArrayLength()));
            var queries = platform.Organization.Queries.Where(query => query.Contains("duly_item")).ToArray();
            Assert.DoesNotContain("paging-cookie", queries[0]);
            Assert.StartsWith("<fetch paging-cookie=\"&lt;cookie page=&quot;1&quot;/&gt;\" count=\"2\" page=\"2\">", queries[1]);
            Assert.StartsWith("<fetch paging-cookie=\"&lt;cookie page=&quot;2&quot;/&gt;\" count=\"2\" page=\"3\">", queries[2]);
        }

        [Fact]
        public void RowsBeyondTheLimitStopTheRule()
        {
            for (var count = 0; count < 40; count += 1) platform.Organization.Put("duly_item", new() { ["duly_name"] = new string('x', 1_000_000) });
            var refusal = Assert.Throws<InvalidPluginExecutionException>(() => Rows("""<fetch><entity name="duly_item"><attribute name="duly_name"/></entity></fetch>"""));
            Assert.StartsWith("DULY-LIMIT-004 ", refusal.Message);
        }
    }
}
