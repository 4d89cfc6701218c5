using System;
using System.Collections.Generic;
using Duly.TsHost.Json;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Duly.TsHost.Pinning
{
    internal enum RulesMode
    {
        On,

        /// <summary>Errors and refusals of steps go to the trace; the save passes.</summary>
        Log,

        Off,
    }

    /// <summary>The environment variables duly_rules and duly_rulesmode: the value set in the environment, else the one that came with the solution.</summary>
    internal sealed class Variables
    {
        private const string Query = "<fetch><entity name=\"environmentvariabledefinition\"><attribute name=\"schemaname\"/><attribute name=\"defaultvalue\"/>"
            + "<filter><condition attribute=\"schemaname\" operator=\"in\"><value>duly_rules</value><value>duly_rulesmode</value></condition></filter>"
            + "<link-entity name=\"environmentvariablevalue\" from=\"environmentvariabledefinitionid\" to=\"environmentvariabledefinitionid\" alias=\"set\" link-type=\"outer\"><attribute name=\"value\"/></link-entity></entity></fetch>";

        private readonly string pin;
        private readonly string mode;

        private Variables(string pin, string mode)
        {
            this.pin = pin;
            this.mode = mode.Trim().ToLowerInvariant();
        }

        /// <summary>What duly_rulesmode says; a word that is not known leaves the rules on, so that nothing passes unchecked by a slip of the pen.</summary>
        public RulesMode Mode { get { return mode == "log" ? RulesMode.Log : mode == "off" ? RulesMode.Off : RulesMode.On; } }

        /// <summary>What is wrong with duly_rulesmode; null when nothing is.</summary>
        public string Warning { get { return mode == "" || mode == "on" || mode == "log" || mode == "off" ? null : HostMessages.Text("DULY-HOST-015", "mode", mode); } }

        public static Variables Read(IOrganizationService system)
        {
            var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var row in system.RetrieveMultiple(new FetchExpression(Query)).Entities)
            {
                var set = row.GetAttributeValue<AliasedValue>("set.value");
                values[row.GetAttributeValue<string>("schemaname")] = set != null && set.Value != null ? (string)set.Value : row.GetAttributeValue<string>("defaultvalue");
            }
            return new Variables(Value(values, "duly_rules"), Value(values, "duly_rulesmode"));
        }

        /// <summary>The pinned web resource and its fingerprint.</summary>
        /// <exception cref="Failure">DULY-HOST-001: the variable names none</exception>
        public void Pin(out string webResource, out string sha256)
        {
            var members = pin == "" ? null : JsonReader.Read(pin) as Dictionary<string, object>;
            webResource = Text(members, "webResource");
            sha256 = Text(members, "sha256").ToLowerInvariant();
            if (webResource == "" || sha256 == "") throw new Failure("DULY-HOST-001");
        }

        private static string Value(Dictionary<string, string> values, string name)
        {
            string value;
            return values.TryGetValue(name, out value) && value != null ? value : "";
        }

        private static string Text(Dictionary<string, object> members, string name)
        {
            object value;
            return members != null && members.TryGetValue(name, out value) ? value as string ?? "" : "";
        }
    }
}
