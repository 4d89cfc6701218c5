using Acornima.Ast;
using Duly.TsHost.Values;
using Jint;

namespace Duly.TsHost.Script
{
    /// <summary>A script of a bundle, parsed at its first call. Calls on several threads share it.</summary>
    internal sealed class BundlePart
    {
        /// <summary>
        /// Parsed and no more: analysing the whole bundle ahead costs a first save more than it gives back to those after it. Patterns are interpreted: compiling
        /// them costs more than their few matches, and makes code that the sandbox may refuse.
        /// </summary>
        private static readonly ScriptPreparationOptions Options =
            new ScriptPreparationOptions { StaticAnalysis = false, ParsingOptions = new ScriptParsingOptions { CompileRegex = false } };

        private readonly object parsing = new object();
        private string text;
        private Prepared<Acornima.Ast.Script> script;
        private volatile BundleTypes types;

        public BundlePart(string text, string sha256)
        {
            this.text = text;
            Sha256 = sha256;
            Idle = new IdleEngines(this);
        }

        /// <summary>Fingerprint of the whole bundle.</summary>
        public string Sha256 { get; private set; }

        public Prepared<Acornima.Ast.Script> Script
        {
            get
            {
                lock (parsing)
                {
                    if (text != null) script = Engine.PrepareScript(text, "bundle.js", strict: true, options: Options);
                    text = null;
                    return script;
                }
            }
        }

        /// <summary>Engines that ran the part and wait for the next call.</summary>
        public IdleEngines Idle { get; private set; }

        /// <summary>What the part says about columns and response properties; asked once.</summary>
        public BundleTypes Types(RuleScript script) { return types ?? (types = BundleTypes.Of(script.Types())); }
    }
}
