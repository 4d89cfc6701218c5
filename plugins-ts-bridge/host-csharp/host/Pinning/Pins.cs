using System;
using System.Collections.Generic;
using System.Text;
using Duly.TsHost.Script;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Duly.TsHost.Pinning
{
    /// <summary>The pinned bundle of each organisation. The variables are read at most every 60 seconds, each bundle once.</summary>
    internal sealed class Pins
    {
        private static readonly TimeSpan RecheckAfter = TimeSpan.FromSeconds(60);

        private readonly Func<DateTime> utcNow;
        private readonly Dictionary<Guid, KeyValuePair<DateTime, Variables>> known = new Dictionary<Guid, KeyValuePair<DateTime, Variables>>();

        public Pins(Func<DateTime> utcNow) { this.utcNow = utcNow; }

        public Variables Variables(Guid organization, IOrganizationService system)
        {
            lock (known)
            {
                KeyValuePair<DateTime, Variables> last;
                if (known.TryGetValue(organization, out last) && utcNow() - last.Key < RecheckAfter) return last.Value;
            }
            return Reread(organization, system);
        }

        /// <summary>
        /// The bundle that the variables name. In an upgrade variable and web resource may change at different moments, so both are read once more before a refusal.
        /// </summary>
        /// <exception cref="Failure">DULY-HOST-001, -002, -003: nothing is pinned, or the web resource is not the pinned one</exception>
        public PreparedBundle Bundle(Guid organization, IOrganizationService system, Variables variables)
        {
            try
            {
                return Load(variables, system);
            }
            catch (Failure)
            {
                return Load(Reread(organization, system), system);
            }
        }

        private Variables Reread(Guid organization, IOrganizationService system)
        {
            var read = Pinning.Variables.Read(system);
            lock (known) known[organization] = new KeyValuePair<DateTime, Variables>(utcNow(), read);
            return read;
        }

        private static PreparedBundle Load(Variables variables, IOrganizationService system)
        {
            string name;
            string sha256;
            variables.Pin(out name, out sha256);
            return PreparedBundle.Find(sha256) ?? Checked(name, sha256, Text(name, system));
        }

        private static PreparedBundle Checked(string name, string sha256, string text)
        {
            var found = PreparedBundle.Fingerprint(text);
            if (found == sha256) return PreparedBundle.Of(text);
            throw new Failure("DULY-HOST-003", "name", name, "found", found, "wanted", sha256);
        }

        private static string Text(string name, IOrganizationService system)
        {
            var escaped = name.Replace("&", "&amp;").Replace("<", "&lt;").Replace("\"", "&quot;");
            var rows = system.RetrieveMultiple(new FetchExpression(
                "<fetch><entity name=\"webresource\"><attribute name=\"content\"/><filter><condition attribute=\"name\" operator=\"eq\" value=\"" + escaped + "\"/></filter></entity></fetch>")).Entities;
            if (rows.Count == 0) throw new Failure("DULY-HOST-002", "name", name);
            return Encoding.UTF8.GetString(Convert.FromBase64String(rows[0].GetAttributeValue<string>("content") ?? ""));
        }
    }
}
