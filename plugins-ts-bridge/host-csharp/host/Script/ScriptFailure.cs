using System;
using Jint.Runtime;

namespace Duly.TsHost.Script
{
    /// <summary>What went wrong in a rule or in the host, as a coded message for the user and a text for the trace.</summary>
    internal static class ScriptFailure
    {
        /// <summary>The coded message; it names the rule and never shows a stack.</summary>
        public static string Message(Exception error, string ruleId)
        {
            if (error is Failure) return error.Message;
            if (error is JavaScriptException) return "DULY-JS The rule " + ruleId + " failed: " + error.Message;
            var limit = Limit(error);
            return limit != null
                ? limit + " The rule is " + ruleId + "; the administrator finds more in the trace."
                : "DULY-HOST-009 The host of the rule " + ruleId + " failed (" + error.GetType().Name + "): " + error.Message;
        }

        /// <summary>Everything that an administrator needs: the script's stack and the host's.</summary>
        public static string Trace(Exception error)
        {
            var script = error as JavaScriptException;
            return script == null ? error.ToString() : script.Message + Environment.NewLine + script.JavaScriptStackTrace + Environment.NewLine + error;
        }

        private static string Limit(Exception error)
        {
            if (error is System.Text.RegularExpressions.RegexMatchTimeoutException) return "DULY-LIMIT-002 A rule was stopped: a pattern was searched for longer than a second.";
            if (error is TimeoutException) return "DULY-LIMIT-001 A rule was stopped: it ran too long.";
            if (error is StatementsCountOverflowException) return "DULY-LIMIT-001 A rule was stopped: it ran too many statements.";
            if (error is MemoryLimitExceededException) return "DULY-LIMIT-003 A rule was stopped: it used too much memory.";
            if (error is RecursionDepthOverflowException || error is InsufficientExecutionStackException) return "DULY-LIMIT-005 A rule was stopped: its calls were nested too deep.";
            return error is Jint.JintException ? "DULY-LIMIT-006 A rule was stopped by the engine: " + error.Message : null;
        }
    }
}
