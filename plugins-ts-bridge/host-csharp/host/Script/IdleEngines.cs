using System;
using System.Collections.Generic;

namespace Duly.TsHost.Script
{
    /// <summary>
    /// Engines of one part of a bundle between two calls. Running it costs more than most rules, and nothing that a rule was told stays for the next call: the
    /// bundle remembers only what a calendar day's number is. An engine serves one call at a time, and only after calls that ended as they should.
    /// </summary>
    internal sealed class IdleEngines
    {
        private readonly BundlePart part;
        private readonly Stack<LoadedBundle> idle = new Stack<LoadedBundle>();

        public IdleEngines(BundlePart part) { this.part = part; }

        /// <summary>An engine for one call, whose time begins.</summary>
        public LoadedBundle Take(TimeSpan time)
        {
            var loaded = Waiting();
            if (loaded == null) return LoadedBundle.Of(part, time);
            loaded.Begin(time);
            return loaded;
        }

        /// <summary>Keeps an engine for the next call, or lets it go when enough are waiting.</summary>
        public void Keep(LoadedBundle loaded)
        {
            loaded.End();
            lock (idle)
            {
                if (idle.Count < Limits.IdleEngines)
                {
                    idle.Push(loaded);
                    return;
                }
            }
            loaded.Dispose();
        }

        private LoadedBundle Waiting()
        {
            lock (idle) return idle.Count > 0 ? idle.Pop() : null;
        }
    }
}
