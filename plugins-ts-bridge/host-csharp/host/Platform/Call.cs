using System;
using Microsoft.Xrm.Sdk;

namespace Duly.TsHost.Platform
{
    /// <summary>One call of a plug-in, as the platform offers it.</summary>
    internal sealed class Call
    {
        private readonly ITracingService tracing;
        private readonly IOrganizationServiceFactory factory;

        public Call(IServiceProvider provider)
        {
            Context = Offered<IPluginExecutionContext>(provider);
            tracing = Offered<ITracingService>(provider);
            factory = Offered<IOrganizationServiceFactory>(provider);
            Service = factory.CreateOrganizationService(Context.UserId);
        }

        public IPluginExecutionContext Context { get; private set; }

        /// <summary>Acts for the user of the call, in its transaction.</summary>
        public IOrganizationService Service { get; private set; }

        /// <summary>Acts for the system, in the same transaction: the pinned bundle is read whatever the user may see, and rows that rules made are taken away.</summary>
        public IOrganizationService System { get { return factory.CreateOrganizationService(null); } }

        /// <summary>Writes to the plug-in trace log. The text is no format.</summary>
        public void Trace(string text) { tracing.Trace("{0}", text); }

        private static T Offered<T>(IServiceProvider provider) where T : class
        {
            return (T)provider.GetService(typeof(T));
        }
    }
}
