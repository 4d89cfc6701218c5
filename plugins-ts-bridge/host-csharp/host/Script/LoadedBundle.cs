using System;
using Jint;
using Jint.Constraints;

namespace Duly.TsHost.Script
{
    /// <summary>An engine that ran a bundle: its functions wait for calls, one at a time.</summary>
    internal sealed class LoadedBundle
    {
        private readonly OperationDeadlineConstraint deadline = new OperationDeadlineConstraint();

        private LoadedBundle() { Engine = EngineFactory.Create(deadline); }

        public Engine Engine { get; private set; }

        /// <summary>Runs a bundle in a new engine. The time of the call runs from here.</summary>
        public static LoadedBundle Of(PreparedBundle bundle, TimeSpan time)
        {
            var loaded = new LoadedBundle();
            loaded.Begin(time);
            try
            {
                loaded.Engine.Execute(bundle.Script);
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
