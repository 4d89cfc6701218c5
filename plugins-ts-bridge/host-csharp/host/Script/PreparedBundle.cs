using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;

namespace Duly.TsHost.Script
{
    /// <summary>A rule bundle. What is not behind a step is not parsed for a save: a first save after a worker's start waits for the parser more than for its rule.</summary>
    internal sealed class PreparedBundle
    {
        /// <summary>Before it stand the rules behind steps alone, after it all of them: build.ts writes it.</summary>
        private const string PartMark = "//# every rule\n";

        private static readonly Dictionary<string, PreparedBundle> Known = new Dictionary<string, PreparedBundle>();

        private readonly BundlePart every;
        private volatile BundlePart steps;

        private PreparedBundle(string text, string sha256)
        {
            var mark = text.IndexOf(PartMark, StringComparison.Ordinal);
            every = new BundlePart(mark < 0 ? text : text.Substring(mark + PartMark.Length), sha256);
            steps = mark < 0 ? every : new BundlePart(text.Substring(0, mark), sha256);
        }

        /// <summary>What a step runs: the rules behind steps, until all are there anyway.</summary>
        public BundlePart ForStep() { return steps; }

        /// <summary>What a custom API runs: every rule, for duly_Ping plays all of them. From now on steps run it too, and the smaller part is let go.</summary>
        public BundlePart ForApi() { return steps = every; }

        /// <summary>The bundle with a fingerprint, when it was used before.</summary>
        public static PreparedBundle Find(string sha256)
        {
            lock (Known)
            {
                PreparedBundle bundle;
                return Known.TryGetValue(sha256, out bundle) ? bundle : null;
            }
        }

        /// <summary>The bundle of a text; the one that was used before where there is one.</summary>
        public static PreparedBundle Of(string text)
        {
            var sha256 = Fingerprint(text);
            var bundle = Find(sha256) ?? new PreparedBundle(text, sha256);
            lock (Known)
            {
                if (Known.Count >= Limits.PreparedBundles) Known.Clear();
                Known[sha256] = bundle;
            }
            return bundle;
        }

        /// <summary>SHA-256 of the text in UTF-8, 64 lower-case hexadecimal digits.</summary>
        public static string Fingerprint(string text)
        {
            using (var sha = SHA256.Create())
            {
                return BitConverter.ToString(sha.ComputeHash(Encoding.UTF8.GetBytes(text))).Replace("-", "").ToLowerInvariant();
            }
        }
    }
}
