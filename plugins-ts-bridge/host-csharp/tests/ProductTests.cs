using System;
using System.Linq;
using System.Text.Json;
using Duly.TsHost.Tests.Fakes;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Duly.TsHost.Tests
{
    /// <summary>The product's own rules in this host: a small ledger is played through its custom APIs and steps.</summary>
    public class ProductTests
    {
        private const int English = 591850000;
        private const int Email = 591850000;

        private static readonly DateTime Day = new(2026, 3, 5, 2, 0, 0, DateTimeKind.Utc);

        private static EntityReference To(string table, Guid id) => new(table, id);

        private static FakePlatform Product(string mode = "on") => new(Bundles.Product(), mode) { UtcNow = Day };

        [ProductFact]
        public void PingProvesTheEngineAndNamesTheBundle()
        {
            var platform = Product();
            var output = platform.Api("duly_Ping").OutputParameters;
            Assert.Equal("ok", output["Result"]);
            Assert.Equal(50, output["Cases"]);
            Assert.Matches("^[0-9a-f]{16}$", (string)output["Answers"]);
            Assert.Equal(FakePlatform.Sha256(platform.Bundle), output["Sha256"]);
            Assert.StartsWith("jint 4.18.0 (clr ", (string)output["Engine"]);
            Assert.EndsWith("memory limit on)", (string)output["Engine"]);
        }

        [ProductFact]
        public void ARefusalIsTheRulesOwn()
        {
            var refusal = Assert.Throws<InvalidPluginExecutionException>(() => Product().Api("duly_ExplainDecision", ("DebtorId", Guid.NewGuid())));
            Assert.StartsWith("DULY-DEBTOR-001 ", refusal.Message);
        }

        [ProductFact]
        public void ANightWritesRowsInThePlatformsTypes_AndRepeatedNothing()
        {
            var platform = Product();
            var company = Ledger(platform, out var item);
            var run = Night(platform, company);
            var message = Assert.Single(platform.Organization.All("duly_communication"));
            Assert.Equal(new Money(100m), message["duly_total"]);
            Assert.Equal(new DateTime(2026, 3, 5, 0, 0, 0, DateTimeKind.Utc), message["duly_plannedon"]);
            Assert.IsType<OptionSetValue>(message["statuscode"]);
            Assert.Contains("Buyer „Ő” &lt;Kft&gt;", (string)message["duly_body"]);
            var line = Assert.Single(platform.Organization.All("duly_communicationline"));
            Assert.Equal(message.ToEntityReference(), line["duly_communication"]);
            Assert.Equal(1, platform.Organization.Row("duly_openitem", item)["duly_level"]);
            Assert.Equal(("Completed", 1), (run["Status"], run["Communications"]));
            var writes = platform.Organization.Writes.Count;
            Night(platform, company);
            Assert.Equal(writes, platform.Organization.Writes.Count);
        }

        [ProductFact]
        public void AnExplanationHasTheSameAmountsAndDays()
        {
            var platform = Product();
            Ledger(platform, out _);
            var debtor = platform.Organization.All("duly_debtor").Single();
            var text = (string)platform.Api("duly_ExplainDecision", ("DebtorId", debtor.Id), ("AsOf", "2026-03-05")).OutputParameters["Explanation"];
            using var explanation = JsonDocument.Parse(text);
            var message = explanation.RootElement.GetProperty("communications")[0];
            Assert.Equal(("100.00", "EUR"), (message.GetProperty("total").GetString(), message.GetProperty("currency").GetString()));
            Assert.Equal("reminded", explanation.RootElement.GetProperty("items")[0].GetProperty("reason").GetString());
        }

        private static ParameterCollection Night(FakePlatform platform, Guid company)
        {
            var started = platform.Api("duly_StartRun", ("CompanyId", company)).OutputParameters;
            var run = Assert.IsType<Guid>(started["RunId"]);
            var page = started;
            for (var pages = 0; pages < 10 && !(bool)page["Done"]; pages += 1) page = platform.Api("duly_ProcessRunPage", ("RunId", run), ("Cursor", page["Cursor"])).OutputParameters;
            return platform.Api("duly_FinishRun", ("RunId", run)).OutputParameters;
        }

        /// <summary>A company, a debtor and an item of 100 EUR that is three days overdue, reminded about on that day by e-mail.</summary>
        private static Guid Ledger(FakePlatform platform, out Guid item)
        {
            var rows = platform.Organization;
            var due = new DateTime(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc);
            var euro = To("transactioncurrency", rows.Put("transactioncurrency", new() { ["isocurrencycode"] = "EUR", ["currencyprecision"] = 2, ["exchangerate"] = 1m }));
            var template = To("duly_template", rows.Put("duly_template", new() { ["duly_name"] = "Reminder", ["duly_code"] = "reminder" }));
            rows.Put("duly_templatetext", new()
            {
                ["duly_name"] = "Reminder, English", ["duly_template"] = template, ["duly_language"] = new OptionSetValue(English), ["duly_subject"] = "Reminder", ["duly_body"] = "<p>Dear {{debtor.name}}: {{total}}</p>",
            });
            var strategy = To("duly_strategy", rows.Put("duly_strategy", new() { ["duly_name"] = "Standard", ["duly_code"] = "standard" }));
            rows.Put("duly_strategystep", new()
            {
                ["duly_name"] = "Step 1", ["duly_strategy"] = strategy, ["duly_sequence"] = 1, ["duly_offsetdays"] = 3, ["duly_channel"] = new OptionSetValue(Email), ["duly_template"] = template,
            });
            var company = rows.Put("duly_company", new()
            {
                ["duly_name"] = "Seller", ["duly_code"] = "S1", ["duly_currencycode"] = "EUR", ["duly_language"] = new OptionSetValue(English), ["duly_sender"] = "ar@seller.example", ["duly_strategy"] = strategy,
            });
            var debtor = To("duly_debtor", rows.Put("duly_debtor", new() { ["duly_name"] = "Buyer „Ő” <Kft>", ["duly_number"] = "C-1", ["duly_company"] = To("duly_company", company), ["duly_nextactionon"] = due }));
            rows.Put("duly_contactpoint", new() { ["duly_name"] = "pay@buyer.example", ["duly_debtor"] = debtor, ["duly_channel"] = new OptionSetValue(Email) });
            item = rows.Put("duly_openitem", new()
            {
                ["duly_name"] = "INV-1/1", ["duly_company"] = To("duly_company", company), ["duly_debtor"] = debtor, ["duly_instalment"] = 1, ["duly_duedate"] = due, ["duly_originalduedate"] = due, ["duly_issuedon"] = due,
                ["duly_amount"] = new Money(100m), ["duly_openamount"] = new Money(100m), ["duly_level"] = 0, ["duly_cycle"] = 0, ["duly_nextactionon"] = due, ["transactioncurrencyid"] = euro,
            });
            return company;
        }
    }
}
