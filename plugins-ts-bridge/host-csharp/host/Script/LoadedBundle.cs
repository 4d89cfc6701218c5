using System;
using Jint;
using Jint.Constraints;

namespace Duly.TsHost.Script
{
    /// <summary>An engine that ran a part of a bundle: its functions wait for calls, one at a time.</summary>
    internal sealed class LoadedBundle
    {
        private readonly OperationDeadlineConstraint deadline = new OperationDeadlineConstraint();

        private LoadedBundle() { Engine = EngineFactory.Create(deadline); }

        public Engine Engine { get; private set; }

        /// <summary>Runs a part in a new engine. The time of the call runs from here.</summary>
        public static LoadedBundle Of(BundlePart part, TimeSpan time)
        {
            var script = part.Script;
            var loaded = new LoadedBundle();
            loaded.Begin(time);
            try
            {
                loaded.Engine.Execute(script);
                return loaded;
            }
            catch
            {
                loaded.Dispose();
                throw;
            }
        }

        /// <summary>Begins the time of a call.</summary>
        public void Begin(TimeSpan time) { deadline.Begin(time); }

        public void End() { deadline.End(); }

        public void Dispose()
        {
            End();
            Engine.Dispose();
        }
    }
}
