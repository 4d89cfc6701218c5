using System;
using Duly.TsHost.Json;
using Duly.TsHost.Script;
using Duly.TsHost.Values;
using Microsoft.Xrm.Sdk;

namespace Duly.TsHost.Platform
{
    /// <summary>What a rule is told about its call, as the host in Node tells it.</summary>
    internal static class ContextJson
    {
        /// <summary>Alias of the images of our steps.</summary>
        private const string PreImage = "pre";
        private const string PostImage = "post";

        /// <summary>
        /// The context as JSON.
        /// </summary>
        /// <param name="context">the platform's</param>
        /// <param name="utcNow">clock of the call; the business day is its date</param>
        /// <param name="types">tells days from instants</param>
        /// <param name="sha256">fingerprint of the bundle</param>
        public static string Of(IPluginExecutionContext context, DateTime utcNow, BundleTypes types, string sha256)
        {
            var now = ValueJson.Instant(utcNow);
            var table = TableOf(context);
            var isApi = context.Stage == 30;
            var writer = new JsonWriter();
            writer.Open('{').Name("message").Text(context.MessageName).Name("table").Text(table).Name("stage").Number(context.Stage).Name("depth").Number(context.Depth);
            writer.Name("nowUtc").Text(now).Name("today").Text(now.Substring(0, 10)).Name("userId").Text(ValueJson.Id(context.UserId));
            writer.Name("primaryId").Text(context.PrimaryEntityId == Guid.Empty ? null : ValueJson.Id(context.PrimaryEntityId));
            WriteValues(writer.Name("target"), isApi ? null : Attributes(Target(context)), table, types);
            WriteValues(writer.Name("preImage"), Image(context.PreEntityImages, PreImage), table, types);
            WriteValues(writer.Name("postImage"), Image(context.PostEntityImages, PostImage), table, types);
            WriteValues(writer.Name("input"), isApi ? context.InputParameters : new ParameterCollection(), null, types);
            writer.Name("host").Open('{').Name("engine").Text(EngineFactory.Description).Name("sha256").Text(sha256).Close('}');
            return writer.Close('}').ToString();
        }

        /// <summary>The row that is saved; null for Delete and custom APIs.</summary>
        public static Entity Target(IPluginExecutionContext context)
        {
            object target;
            return context.InputParameters.TryGetValue("Target", out target) ? target as Entity : null;
        }

        /// <summary>Logical name of the table; null for a custom API without one, which the platform calls "none".</summary>
        private static string TableOf(IPluginExecutionContext context)
        {
            return string.IsNullOrEmpty(context.PrimaryEntityName) || context.PrimaryEntityName == "none" ? null : context.PrimaryEntityName;
        }

        private static AttributeCollection Image(EntityImageCollection images, string alias)
        {
            Entity image;
            return images != null && images.TryGetValue(alias, out image) ? Attributes(image) : null;
        }

        private static AttributeCollection Attributes(Entity row) { return row == null ? null : row.Attributes; }

        private static void WriteValues(JsonWriter writer, DataCollection<string, object> values, string table, BundleTypes types)
        {
            if (values == null)
            {
                writer.Null();
                return;
            }
            writer.Open('{');
            foreach (var value in values) ValueJson.WriteMember(writer, value.Key, value.Value, types.KindOf(table, value.Key));
            writer.Close('}');
        }
    }
}
