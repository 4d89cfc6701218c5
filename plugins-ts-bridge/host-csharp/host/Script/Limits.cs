using System;

namespace Duly.TsHost.Script
{
    /// <summary>
    /// What one call of a rule may use. Jint counts statements and memory anew at every entry, so the deadline and the
    /// counts of round trips and characters are what bounds the whole call.
    /// </summary>
    internal static class Limits
    {
        public static readonly TimeSpan StepTime = TimeSpan.FromSeconds(10);
        public static readonly TimeSpan ApiTime = TimeSpan.FromSeconds(60);
        public static readonly TimeSpan RegexTime = TimeSpan.FromSeconds(1);

        public const int Statements = 20000000;
        public const int Recursion = 64;
        public const long MemoryBytes = 128L * 1024 * 1024;

        /// <summary>What the probe of the memory limit allocates; large enough to be counted at once everywhere.</summary>
        public const int ProbeBytes = 128 * 1024;

        public const uint ArrayLength = 1000000;
        public const int JsonDepth = 64;

        /// <summary>Bits of a whole number that is multiplied, shifted or raised: 9,800 digits.</summary>
        public const int WholeNumberBits = 32 * 1024;

        /// <summary>Times that a rule may ask for rows.</summary>
        public const int RoundTrips = 200;

        /// <summary>Characters of context and rows that may go into a rule in one call.</summary>
        public const int InputCharacters = 32 * 1024 * 1024;

        /// <summary>Characters of reads and effects that may come out of a rule in one call.</summary>
        public const int OutputCharacters = 16 * 1024 * 1024;

        /// <summary>Characters of a script's error that its user is shown.</summary>
        public const int MessageCharacters = 1000;

        /// <summary>Engines of a bundle that wait for the next call; 2 to 5 MB each.</summary>
        public const int IdleEngines = 4;

        /// <summary>Characters that a call may read and still leave its engine to the next one.</summary>
        public const int KeptCharacters = 256 * 1024;

        /// <summary>Bundles that are kept prepared.</summary>
        public const int PreparedBundles = 16;
    }
}
