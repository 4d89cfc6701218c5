using System;
using Microsoft.Xrm.Sdk;

namespace Duly.TsHost
{
    /// <summary>Behind every step: runs the rule that the step's configuration names.</summary>
    public sealed class RuleStep : IPlugin
    {
        private readonly string ruleId;
        private readonly RuleHost host;

        /// <param name="configuration">the step's configuration: the id of its rule</param>
        public RuleStep(string configuration) : this(configuration, RuleHost.Shared) { }

        internal RuleStep(string configuration, RuleHost host)
        {
            ruleId = configuration ?? "";
            this.host = host;
        }

        public void Execute(IServiceProvider serviceProvider) { host.Step(ruleId, serviceProvider); }
    }
}
