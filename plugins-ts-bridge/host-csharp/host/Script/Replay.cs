using System;

namespace Duly.TsHost.Script
{
    /// <summary>Runs a rule on recorded rows, for the programs that compare this host with the one in Node and try its limits.</summary>
    internal static class Replay
    {
        private static string text;
        private static PreparedBundle prepared;

        /// <summary>
        /// One case; stage 30 is that of custom APIs.
        /// </summary>
        /// <param name="bundle">text of the bundle</param>
        /// <param name="ruleId">id of the rule</param>
        /// <param name="contextJson">what the rule is told</param>
        /// <param name="answerReads">FetchXML texts in, JSON out: one array of rows for each</param>
        /// <returns><c>{"done":[effects]}</c>, or the coded message of what went wrong</returns>
        public static string Run(string bundle, string ruleId, string contextJson, Func<string[], string> answerReads)
        {
            try
            {
                var isApi = contextJson.Contains("\"stage\":30,");
                var part = isApi ? Prepared(bundle).ForApi() : Prepared(bundle).ForStep();
                using (var script = new RuleScript(part, isApi ? Limits.ApiTime : Limits.StepTime)) return RuleRunner.Run(script, ruleId, contextJson, answerReads);
            }
            catch (Exception error)
            {
                return ScriptFailure.Message(error, ruleId);
            }
        }

        /// <summary>One program replays one bundle: its fingerprint is reckoned once.</summary>
        private static PreparedBundle Prepared(string bundle)
        {
            if (ReferenceEquals(text, bundle)) return prepared;
            prepared = PreparedBundle.Of(bundle);
            text = bundle;
            return prepared;
        }
    }
}
