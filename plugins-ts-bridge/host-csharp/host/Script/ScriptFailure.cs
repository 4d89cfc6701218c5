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
            if (error is JavaScriptException) return HostMessages.Text("DULY-JS", "rule", ruleId, "text", Sentence(error));
            var message = error is Failure ? error.Message : Limit(error);
            return message == null
                ? HostMessages.Text("DULY-HOST-009", "rule", ruleId, "kind", error.GetType().Name, "text", Sentence(error))
                : HostMessages.Filled(message, "rule", ruleId);
        }

        /// <summary>Everything that an administrator needs: the script's stack and the host's.</summary>
        public static string Trace(Exception error)
        {
            var script = error as JavaScriptException;
            return script == null ? error.ToString() : script.Message + Environment.NewLine + script.JavaScriptStackTrace + Environment.NewLine + error;
        }

        private static string Limit(Exception error)
        {
            if (error is System.Text.RegularExpressions.RegexMatchTimeoutException) return HostMessages.Text("DULY-LIMIT-002");
            if (error is TimeoutException) return HostMessages.Text("DULY-LIMIT-001", "how", "too long");
            if (error is StatementsCountOverflowException) return HostMessages.Text("DULY-LIMIT-001", "how", "too many statements");
            if (error is MemoryLimitExceededException || error is OutOfMemoryException) return HostMessages.Text("DULY-LIMIT-003");
            if (error is RecursionDepthOverflowException || error is InsufficientExecutionStackException) return HostMessages.Text("DULY-LIMIT-005");
            return error is Jint.JintException ? HostMessages.Text("DULY-LIMIT-006", "text", Sentence(error)) : null;
        }

        /// <summary>What an error says, without the full stop that the message around it has, and no longer than a person reads; the trace has all of it.</summary>
        private static string Sentence(Exception error)
        {
            var text = error.Message.Length <= Limits.MessageCharacters ? error.Message : error.Message.Substring(0, Limits.MessageCharacters) + "…";
            return text.TrimEnd('.');
        }
    }
}
