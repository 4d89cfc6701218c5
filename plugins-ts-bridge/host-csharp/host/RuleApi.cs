using System;
using Microsoft.Xrm.Sdk;

namespace Duly.TsHost
{
    /// <summary>Behind every custom API: runs the rule with the API's unique name.</summary>
    public sealed class RuleApi : IPlugin
    {
        private readonly RuleHost host;

        public RuleApi() : this(RuleHost.Shared) { }

        internal RuleApi(RuleHost host) { this.host = host; }

        public void Execute(IServiceProvider serviceProvider) { host.Api(serviceProvider); }
    }
}
