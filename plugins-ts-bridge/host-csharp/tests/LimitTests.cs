using System;
using System.Collections.Generic;
using System.Linq;
using Duly.TsHost.Tests.Fakes;
using Xunit;

namespace Duly.TsHost.Tests
{
    /// <summary>
    /// Rules that go too far, in a child process: each gives a coded error, and the process goes on. A worker of the sandbox that dies takes
    /// the saves of others with it.
    /// </summary>
    public class LimitTests(LimitTests.Offences offences) : IClassFixture<LimitTests.Offences>
    {
        private const string Good = """{"done":[{"kind":"trace","text":"125"}]}""";

        private static readonly Dictionary<string, string> Codes = new()
        {
            ["loop"] = "DULY-LIMIT-001", ["slowloop"] = "DULY-LIMIT-003", ["regex"] = "DULY-LIMIT-002",
            ["recursion"] = "DULY-LIMIT-005", ["mutual"] = "DULY-LIMIT-005", ["callbacks"] = "DULY-LIMIT-005", ["getters"] = "DULY-LIMIT-005",
            ["tostring"] = "DULY-JS", ["generators"] = "DULY-JS", ["stringify"] = "DULY-JS", ["parse"] = "DULY-JS",
            ["objects"] = "DULY-LIMIT-003", ["strings"] = "DULY-LIMIT-003", ["array"] = "DULY-LIMIT-003", ["fill"] = "DULY-LIMIT-003", ["map"] = "DULY-LIMIT-003", ["kinds"] = "DULY-LIMIT-003", ["padding"] = "DULY-JS",
            ["code"] = "DULY-JS", ["constructed"] = "DULY-JS", ["clr"] = "DULY-JS", ["answer"] = "DULY-LIMIT-004", ["rounds"] = "DULY-HOST-005",
        };

        private static readonly string[] Deep = ["recursion", "mutual", "callbacks", "getters", "tostring", "generators", "stringify", "parse"];

        public static TheoryData<string> Rules => [.. Codes.Keys];

        public static TheoryData<string> DeepRules => [.. Deep];

        [Theory]
        [MemberData(nameof(Rules))]
        public void IsStoppedWithItsCode_AndTheProcessGoesOn(string rule)
        {
            var (answer, next) = offences.Usual[rule];
            Assert.StartsWith(Codes[rule] + " ", answer);
            Assert.Equal(Good, next);
        }

        [Theory]
        [MemberData(nameof(DeepRules))]
        public void DepthIsStoppedOnASmallStackToo(string rule)
        {
            var (answer, next) = offences.SmallStack[rule];
            Assert.StartsWith("DULY-", answer);
            Assert.Equal(Good, next);
        }

        /// <summary>The bounds on whole numbers come with the merge: Jint has none for a product.</summary>
        [MergedTheory]
        [InlineData("squares", "DULY-LIMIT-007")]
        [InlineData("products", "DULY-LIMIT-007")]
        [InlineData("powers", "DULY-LIMIT-007")]
        [InlineData("shifts", "DULY-LIMIT-007")]
        [InlineData("digits", "DULY-LIMIT-007")]
        // Each step is allowed; time or memory ends it, whichever comes first.
        [InlineData("remainders", "DULY-LIMIT-00[13]")]
        public void AWholeNumberThatGrowsIsStopped_AndTheProcessGoesOn(string rule, string code)
        {
            var lines = AnswersProcess.Run(Bundles.Embedded("limits.js"), [Case(rule), Case("good")], stackKb: 1024);
            Assert.Matches("^" + code + " The rule " + rule + " was stopped", lines[0]);
            Assert.Equal(Good, lines[1]);
        }

        [Fact]
        public void AmountsOfAnyLengthThatSomebodyOwesAreFarBelow() =>
            Assert.Equal("""{"done":[{"kind":"trace","text":"8001"}]}""", AnswersProcess.Run(Bundles.Embedded("limits.js"), [Case("product")], stackKb: 1024)[0]);

        [Fact]
        public void ManyRowsAreRead_HugeOnesAreStopped()
        {
            static string Rows(int count, int width) =>
                "{\"rule\":\"rows\",\"context\":{},\"rows\":[[[" + string.Join(",", Enumerable.Repeat("{\"a\":\"" + new string('x', width) + "\"}", count)) + "]]]}";
            var lines = AnswersProcess.Run(Bundles.Embedded("limits.js"), [Rows(50_000, 100), Rows(40, 1_000_000), Case("good")], stackKb: 1024);
            Assert.Equal("""{"done":[{"kind":"trace","text":"50000"}]}""", lines[0]);
            Assert.StartsWith("DULY-LIMIT-004 ", lines[1]);
            Assert.Equal(Good, lines[2]);
        }

        /// <summary>As hash tables, which they are in an engine that knows few kinds of objects, these rows are beyond what a rule may hold.</summary>
        [MergedFact]
        public void RowsAreCompact_HoweverManyKindsOfObjectsThereAre()
        {
            var row = "{" + string.Join(",", Enumerable.Range(0, 24).Select(number => $"\"duly_column{number}\":{number}")) + "}";
            var rows = "{\"rule\":\"kindsandrows\",\"context\":{},\"rows\":[[[" + string.Join(",", Enumerable.Repeat(row, 40_000)) + "]]]}";
            Assert.Equal("""{"done":[{"kind":"trace","text":"40000"}]}""", AnswersProcess.Run(Bundles.Embedded("limits.js"), [rows], stackKb: 1024)[0]);
        }

        private static string Case(string rule) => "{\"rule\":\"" + rule + "\",\"context\":{}}";

        /// <summary>Every offence once, a good rule after each, all in one process.</summary>
        public sealed class Offences
        {
            private readonly Lazy<Dictionary<string, (string, string)>> usual = new(() => Answers(Codes.Keys, stackKb: 1024));
            private readonly Lazy<Dictionary<string, (string, string)>> smallStack = new(() => Answers(Deep, stackKb: 512));

            public Dictionary<string, (string Answer, string Next)> Usual => usual.Value;

            public Dictionary<string, (string Answer, string Next)> SmallStack => smallStack.Value;

            private static Dictionary<string, (string, string)> Answers(IReadOnlyCollection<string> rules, int stackKb)
            {
                var lines = AnswersProcess.Run(Bundles.Embedded("limits.js"), [.. rules.SelectMany(rule => new[] { Case(rule), Case("good") })], stackKb);
                return rules.Zip(lines.Chunk(2), (rule, pair) => (rule, pair)).ToDictionary(one => one.rule, one => (one.pair[0], one.pair[1]));
            }
        }
    }
}
