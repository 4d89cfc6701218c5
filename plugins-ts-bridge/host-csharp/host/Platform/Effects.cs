using System;
using System.Collections.Generic;
using System.Linq;
using Duly.TsHost.Json;
using Duly.TsHost.Values;
using Microsoft.Xrm.Sdk;

namespace Duly.TsHost.Platform
{
    /// <summary>Carries out what a rule wants, in its order. A refusal is thrown before anything is written.</summary>
    internal sealed class Effects
    {
        private readonly Call call;
        private readonly BundleTypes types;
        private readonly Dictionary<string, Guid> created = new Dictionary<string, Guid>();

        public Effects(Call call, BundleTypes types)
        {
            this.call = call;
            this.types = types;
        }

        /// <param name="answer"><c>{"done":[effects]}</c></param>
        /// <exception cref="InvalidPluginExecutionException">the rule refuses</exception>
        public void Apply(string answer)
        {
            var effects = ((List<object>)((Dictionary<string, object>)JsonReader.Read(answer))["done"]).Cast<Dictionary<string, object>>().ToList();
            var refusal = effects.FirstOrDefault(effect => (string)effect["kind"] == "fail");
            if (refusal != null) throw new InvalidPluginExecutionException((string)refusal["text"]);
            foreach (var effect in effects) Apply(effect);
        }

        private void Apply(Dictionary<string, object> effect)
        {
            switch ((string)effect["kind"])
            {
                case "set": Set((string)effect["column"], effect["value"]); break;
                case "create": Create(effect); break;
                case "update": call.Service.Update(RowOf((string)effect["table"], IdOf((string)effect["id"]), effect["row"])); break;
                // A rule takes away only what rules made, such as a charge that nobody was told of: no role need be able to delete it by hand.
                case "delete": call.System.Delete((string)effect["table"], IdOf((string)effect["id"])); break;
                case "output": Output((string)effect["name"], effect["value"]); break;
                case "trace": call.Trace((string)effect["text"]); break;
                default: throw new Failure("DULY-HOST-011", "effect", (string)effect["kind"]);
            }
        }

        private void Set(string column, object value)
        {
            var target = ContextJson.Target(call.Context);
            if (target != null) target.Attributes[column] = ValueOf(target.LogicalName, column, value);
        }

        private void Create(Dictionary<string, object> effect)
        {
            var id = call.Service.Create(RowOf((string)effect["table"], Guid.Empty, effect["row"]));
            object name;
            if (effect.TryGetValue("as", out name)) created[(string)name] = id;
        }

        private void Output(string name, object value)
        {
            var api = call.Context.MessageName;
            var type = types.OutputOf(api, name);
            if (type == null) throw new Failure("DULY-HOST-012", "rule", api, "name", name);
            var reference = value as Dictionary<string, object>;
            call.Context.OutputParameters[name] = PlatformValue.Of(reference == null ? value : ValueJson.Id(CreatedId(reference)), OutputKind(type), api + "." + name);
        }

        private static string OutputKind(string type)
        {
            switch (type)
            {
                case "Guid": return "id";
                case "Decimal": return "decimal";
                case "DateTime": return "instant";
                default: return null;
            }
        }

        private Entity RowOf(string table, Guid id, object row)
        {
            if (!types.Knows(table)) throw new Failure("DULY-HOST-013", "table", table);
            var entity = new Entity(table, id);
            foreach (var column in (Dictionary<string, object>)row) entity[column.Key] = ValueOf(table, column.Key, column.Value);
            return entity;
        }

        private object ValueOf(string table, string column, object value)
        {
            var reference = value as Dictionary<string, object>;
            if (reference != null && reference.ContainsKey("created")) return new EntityReference((string)reference["logicalName"], CreatedId(reference));
            return PlatformValue.Of(value, column == table + "id" ? "id" : types.KindOf(table, column), table + "." + column);
        }

        private static Guid IdOf(string text)
        {
            Guid id;
            if (Guid.TryParse(text, out id)) return id;
            throw new Failure("DULY-HOST-014", "id", text);
        }

        private Guid CreatedId(Dictionary<string, object> reference)
        {
            Guid id;
            var name = (string)reference["created"];
            if (created.TryGetValue(name, out id)) return id;
            throw new Failure("DULY-HOST-004", "name", name);
        }
    }
}
