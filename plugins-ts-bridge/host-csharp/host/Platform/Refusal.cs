using System;
using Duly.TsHost.Script;
using Microsoft.Xrm.Sdk;

namespace Duly.TsHost.Platform
{
    /// <summary>What the platform shows to the user.</summary>
    internal static class Refusal
    {
        /// <summary>
        /// The exception to throw. A rule's refusal, and what the platform itself or a nested plug-in said, keep their message; anything else is coded and traced.
        /// </summary>
        public static InvalidPluginExecutionException Of(Exception error, string ruleId, Call call)
        {
            var refusal = error as InvalidPluginExecutionException;
            if (refusal != null) return refusal;
            call.Trace(ScriptFailure.Trace(error));
            return new InvalidPluginExecutionException(IsFault(error) ? error.Message : ScriptFailure.Message(error, ruleId));
        }

        /// <summary>FaultException is known by its name: its assembly would be one reference more, and .NET has none by that name.</summary>
        private static bool IsFault(Exception error)
        {
            for (var type = error.GetType(); type != null; type = type.BaseType)
            {
                if (type.FullName == "System.ServiceModel.FaultException") return true;
            }
            return false;
        }
    }
}
