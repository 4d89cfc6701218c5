using System;
using System.Reflection;
using System.Runtime.Loader;

namespace Duly.Answers
{
    /// <summary>
    /// The host's own runner. Only its two plug-in types are public, also in the merged DLL, so it is found by name.
    /// </summary>
    internal static class HostUnderTest
    {
        public delegate string Run(string bundle, string ruleId, string contextJson, Func<string[], string> answerReads);

        public static Run Replay()
        {
            var host = AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName("Duly.TsHost"));
            var method = host.GetType("Duly.TsHost.Script.Replay", throwOnError: true).GetMethod("Run", BindingFlags.Static | BindingFlags.Public);
            return method.CreateDelegate<Run>();
        }
    }
}
