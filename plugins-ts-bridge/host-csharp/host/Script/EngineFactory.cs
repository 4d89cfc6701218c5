using System;
using System.Globalization;
using Jint;
using Jint.Constraints;
using Jint.Runtime;

namespace Duly.TsHost.Script
{
    /// <summary>Makes engines that see the language and nothing of .NET.</summary>
    internal static class EngineFactory
    {
        /// <summary>Whether the runtime counts what a thread allocates and stops it; where it does not, the other limits remain.</summary>
        public static readonly bool LimitsMemory = CountsAllocations();

        /// <summary>Name of the engine and what it runs on, for duly_Ping.</summary>
        public static readonly string Description = string.Format(
            CultureInfo.InvariantCulture, "jint {0} (clr {1}, {2} bit, memory limit {3})",
            typeof(Engine).Assembly == typeof(EngineFactory).Assembly ? "4.18.0" : typeof(Engine).Assembly.GetName().Version.ToString(3),
            Environment.Version, IntPtr.Size * 8, LimitsMemory ? "on" : "off");

        public static Engine Create(OperationDeadlineConstraint deadline)
        {
            return new Engine(options => Configure(options, deadline));
        }

        private static void Configure(Options options, OperationDeadlineConstraint deadline)
        {
            options.Strict();
            options.Interop.Enabled = false;
            options.DisableStringCompilation();
            options.LimitRecursion(Limits.Recursion);
            // Off by default in Jint 4; without it deep recursion ends the process.
            options.Constraints.StackOverflowGuard = true;
            options.MaxStatements(Limits.Statements);
            if (LimitsMemory) options.LimitMemory(Limits.MemoryBytes);
            options.MaxArraySize(Limits.ArrayLength);
            options.RegexTimeoutInterval(Limits.RegexTime);
            options.MaxJsonParseDepth(Limits.JsonDepth);
            options.LocalTimeZone(TimeZoneInfo.Utc);
            options.Culture(CultureInfo.InvariantCulture);
            options.Constraint(deadline);
        }

        /// <summary>
        /// Whether the counter behind Jint's memory limit is there and moves: Jint looks for it by this name and stops scripts by it. The .NET Framework has it
        /// from 4.8 on; a runtime that has the name and counts nothing (mono) is told by the second reading.
        /// </summary>
        private static bool CountsAllocations()
        {
            var found = typeof(GC).GetMethod("GetAllocatedBytesForCurrentThread", Type.EmptyTypes);
            if (found == null) return false;
            var counted = (Func<long>)Delegate.CreateDelegate(typeof(Func<long>), found);
            var before = counted();
            GC.KeepAlive(new byte[Limits.ProbeBytes]);
            return counted() - before >= Limits.ProbeBytes;
        }
    }
}
