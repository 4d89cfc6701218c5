using System;
using Duly.TsHost.Pinning;
using Duly.TsHost.Platform;
using Duly.TsHost.Script;
using Duly.TsHost.Values;
using Microsoft.Xrm.Sdk;

namespace Duly.TsHost
{
    /// <summary>Runs the pinned rules on the platform's calls. Shared by all plug-in instances; it keeps nothing of a call.</summary>
    internal sealed class RuleHost
    {
        public static readonly RuleHost Shared = new RuleHost(() => DateTime.UtcNow);

        private readonly Func<DateTime> utcNow;
        private readonly Pins pins;

        public RuleHost(Func<DateTime> utcNow)
        {
            this.utcNow = utcNow;
            pins = new Pins(utcNow);
        }

        /// <summary>Behind a step: the rule that the step's configuration names. Does nothing while the rules are off.</summary>
        public void Step(string ruleId, IServiceProvider provider)
        {
            var call = new Call(provider);
            Guarded(call, ruleId, variables =>
            {
                if (variables.Mode != RulesMode.Off) Run(call, ruleId, Pinned(call, variables).ForStep(), Limits.StepTime);
            });
        }

        /// <summary>Behind a custom API: the rule with the API's name. Refuses while the rules are off.</summary>
        public void Api(IServiceProvider provider)
        {
            var call = new Call(provider);
            var ruleId = call.Context.MessageName;
            Guarded(call, ruleId, variables =>
            {
                if (variables.Mode == RulesMode.Off) throw new Failure("DULY-HOST-006", "rule", ruleId);
                Run(call, ruleId, Pinned(call, variables).ForApi(), Limits.ApiTime);
            });
        }

        private PreparedBundle Pinned(Call call, Variables variables)
        {
            return pins.Bundle(call.Context.OrganizationId, call.System, variables);
        }

        private void Run(Call call, string ruleId, BundlePart part, TimeSpan time)
        {
            using (var script = new RuleScript(part, time))
            {
                var types = part.Types(script);
                var context = ContextJson.Of(call.Context, utcNow(), types, part.Sha256);
                new Effects(call, types).Apply(RuleRunner.Run(script, ruleId, context, new Reads(call.Service, types).Answer));
            }
        }

        /// <summary>Whatever goes wrong becomes a coded message for the user and a full trace for the administrator; steps let the save pass in mode log.</summary>
        private void Guarded(Call call, string ruleId, Action<Variables> work)
        {
            var mode = RulesMode.On;
            try
            {
                var variables = pins.Variables(call.Context.OrganizationId, call.System);
                mode = variables.Mode;
                if (variables.Warning != null) call.Trace(variables.Warning);
                work(variables);
            }
            catch (Exception error)
            {
                var refusal = Refusal.Of(error, ruleId, call);
                if (mode != RulesMode.Log || call.Context.Stage == 30) throw refusal;
                call.Trace(refusal.Message);
            }
        }
    }
}
