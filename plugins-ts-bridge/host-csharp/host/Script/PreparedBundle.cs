using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;
using Acornima.Ast;
using Duly.TsHost.Values;
using Jint;

namespace Duly.TsHost.Script
{
    /// <summary>A parsed rule bundle. Immutable, so that calls on several threads share it.</summary>
    internal sealed class PreparedBundle
    {
        /// <summary>
        /// Parsed and no more: analysing the whole bundle ahead costs a first save more than it gives back to those after it. Patterns are interpreted: compiling
        /// them costs more than their few matches, and makes code that the sandbox may refuse.
        /// </summary>
        private static readonly ScriptPreparationOptions Options =
            new ScriptPreparationOptions { StaticAnalysis = false, ParsingOptions = new ScriptParsingOptions { CompileRegex = false } };

        private static readonly Dictionary<string, PreparedBundle> Known = new Dictionary<string, PreparedBundle>();

        private volatile BundleTypes types;

        private PreparedBundle(string text, string sha256)
        {
            Sha256 = sha256;
            Script = Engine.PrepareScript(text, "bundle.js", strict: true, options: Options);
            Idle = new IdleEngines(this);
        }

        /// <summary>Fingerprint of the text in UTF-8, 64 lower-case hexadecimal digits.</summary>
        public string Sha256 { get; private set; }

        public Prepared<Acornima.Ast.Script> Script { get; private set; }

        /// <summary>Engines that ran the bundle and wait for the next call.</summary>
        public IdleEngines Idle { get; private set; }

        /// <summary>What the bundle says about columns and response properties; asked once.</summary>
        public BundleTypes Types(RuleScript script) { return types ?? (types = BundleTypes.Of(script.Types())); }

        /// <summary>The bundle with a fingerprint, when it was prepared before.</summary>
        public static PreparedBundle Find(string sha256)
        {
            lock (Known)
            {
                PreparedBundle bundle;
                return Known.TryGetValue(sha256, out bundle) ? bundle : null;
            }
        }

        /// <summary>Parses a bundle, or gives the one that was parsed before.</summary>
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

        public static string Fingerprint(string text)
        {
            using (var sha = SHA256.Create())
            {
                return BitConverter.ToString(sha.ComputeHash(Encoding.UTF8.GetBytes(text))).Replace("-", "").ToLowerInvariant();
            }
        }
    }
}
