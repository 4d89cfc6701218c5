using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Xrm.Sdk;

namespace Duly.TsHost.Tests.Fakes
{
    /// <summary>An organisation with a pinned bundle, and the host that runs in it.</summary>
    internal sealed class FakePlatform : IServiceProvider, ITracingService, IOrganizationServiceFactory
    {
        private const BindingFlags Internal = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;
        private readonly object host;
        private FakeContext current;

        public FakePlatform(string bundle, string mode = "on")
        {
            var type = typeof(RuleStep).Assembly.GetType("Duly.TsHost.RuleHost", throwOnError: true);
            host = Activator.CreateInstance(type, Internal, null, [(Func<DateTime>)(() => UtcNow)], null);
            Bundle = bundle;
            Organization.Put("environmentvariabledefinition", new() { ["schemaname"] = "duly_rules", ["defaultvalue"] = "" });
            Organization.Put("environmentvariabledefinition", new() { ["schemaname"] = "duly_rulesmode", ["defaultvalue"] = mode });
            Organization.Put("webresource", new() { ["name"] = "duly_/rules/bundle.js", ["content"] = "" });
            Publish(bundle);
            Pin(Sha256(bundle));
        }

        public MemoryOrganization Organization { get; } = new MemoryOrganization();

        public string Bundle { get; private set; }

        public DateTime UtcNow { get; set; } = new DateTime(2026, 3, 2, 23, 30, 5, DateTimeKind.Utc);

        public List<string> Traces { get; } = [];

        /// <summary>Users that a service was asked for; null is the system.</summary>
        public List<Guid?> Users { get; } = [];

        public Guid OrganizationId { get; } = Guid.NewGuid();

        public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

        /// <summary>Replaces the text of the web resource.</summary>
        public void Publish(string text) => Organization.All("webresource").Single()["content"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

        public void Pin(string sha256, string webResource = "duly_/rules/bundle.js") =>
            Definition("duly_rules")["defaultvalue"] = $$"""{"webResource":"{{webResource}}","sha256":"{{sha256}}"}""";

        /// <summary>The definition of an environment variable.</summary>
        public Entity Definition(string name) => Organization.All("environmentvariabledefinition").Single(row => (string)row["schemaname"] == name);

        public FakeContext Step(string ruleId, FakeContext context)
        {
            Execute((IPlugin)Activator.CreateInstance(typeof(RuleStep), Internal, null, [ruleId, host], null), context);
            return context;
        }

        public FakeContext Api(string name, params (string Name, object Value)[] input)
        {
            var context = new FakeContext { MessageName = name, Stage = 30, PrimaryEntityName = "none" };
            foreach (var (parameter, value) in input) context.InputParameters[parameter] = value;
            Execute((IPlugin)Activator.CreateInstance(typeof(RuleApi), Internal, null, [host], null), context);
            return context;
        }

        private void Execute(IPlugin plugin, FakeContext context)
        {
            context.OrganizationId = OrganizationId;
            current = context;
            plugin.Execute(this);
        }

        object IServiceProvider.GetService(Type type) => type == typeof(IPluginExecutionContext) ? current : this;

        void ITracingService.Trace(string format, params object[] args) => Traces.Add(string.Format(format, args));

        IOrganizationService IOrganizationServiceFactory.CreateOrganizationService(Guid? userId)
        {
            Users.Add(userId);
            return new UserService(Organization, userId);
        }
    }
}
