using System;
using System.Globalization;
using Duly.TsHost.Json;

namespace Duly.TsHost.Script
{
    /// <summary>Runs one rule until it is done.</summary>
    internal static class RuleRunner
    {
        /// <summary>
        /// Starts a rule and answers its reads until it is done.
        /// </summary>
        /// <param name="script">the bundle, ready for one call</param>
        /// <param name="ruleId">id of the rule</param>
        /// <param name="contextJson">what the rule is told</param>
        /// <param name="answerReads">FetchXML texts in, JSON out: one array of rows for each</param>
        /// <returns><c>{"done":[effects]}</c></returns>
        public static string Run(RuleScript script, string ruleId, string contextJson, Func<string[], string> answerReads)
        {
            var answer = script.Start(ruleId, contextJson);
            for (var trips = 0; trips < Limits.RoundTrips; trips += 1)
            {
                var need = Need.Of(answer);
                if (need == null) return answer;
                answer = script.Resume(need.Key, answerReads(need.FetchXml));
            }
            throw new Failure("DULY-HOST-005", "rule", ruleId, "most", Limits.RoundTrips.ToString(CultureInfo.InvariantCulture));
        }
    }
}
