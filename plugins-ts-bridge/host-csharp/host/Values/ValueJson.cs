using System;
using System.Collections.Generic;
using System.Globalization;
using Duly.TsHost.Json;
using Microsoft.Xrm.Sdk;

namespace Duly.TsHost.Values
{
    /// <summary>
    /// The platform's values as rules see them: money and decimals are decimal texts, days "YYYY-MM-DD", instants "YYYY-MM-DDTHH:MM:SSZ" (UTC),
    /// choices numbers, lookups {logicalName, id, name}, ids lower-case texts.
    /// </summary>
    internal static class ValueJson
    {
        /// <summary>Writes a value. False, and nothing written, for kinds that rules are not told: parties, images, files.</summary>
        /// <param name="writer">where to; the name of the member must not be written yet</param>
        /// <param name="name">name of the member</param>
        /// <param name="value">the platform's value; null is written as null</param>
        /// <param name="kind">kind of the column by BundleTypes; decides between a day and an instant</param>
        public static bool WriteMember(JsonWriter writer, string name, object value, string kind)
        {
            var plain = Plain(value, kind);
            if (plain == null && value != null) return false;
            Write(writer.Name(name), plain);
            return true;
        }

        /// <summary>The day or instant of a moment.</summary>
        public static string Instant(DateTime moment)
        {
            var utc = moment.Kind == DateTimeKind.Local ? moment.ToUniversalTime() : moment;
            return utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        }

        public static string Id(Guid id) { return id.ToString("D", CultureInfo.InvariantCulture); }

        private static object Plain(object value, string kind)
        {
            var money = value as Money;
            if (money != null) return Decimal(money.Value);
            if (value is decimal) return Decimal((decimal)value);
            if (value is DateTime) return kind == "day" ? ((DateTime)value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Instant((DateTime)value);
            if (value is Guid) return Id((Guid)value);
            if (value is int) return (long)(int)value;
            var choice = value as OptionSetValue;
            if (choice != null) return (long)choice.Value;
            return value is string || value is bool || value is double || value is long || value is EntityReference || value is IEnumerable<OptionSetValue> ? value : null;
        }

        private static string Decimal(decimal value) { return value.ToString(CultureInfo.InvariantCulture); }

        private static void Write(JsonWriter writer, object value)
        {
            var text = value as string;
            var reference = value as EntityReference;
            var choices = value as IEnumerable<OptionSetValue>;
            if (value == null) writer.Null();
            else if (text != null) writer.Text(text);
            else if (value is bool) writer.Flag((bool)value);
            else if (value is double) writer.Number((double)value);
            else if (value is long) writer.Number((long)value);
            else if (reference != null) WriteReference(writer, reference);
            else WriteChoices(writer, choices);
        }

        private static void WriteReference(JsonWriter writer, EntityReference reference)
        {
            writer.Open('{').Name("logicalName").Text(reference.LogicalName).Name("id").Text(Id(reference.Id)).Name("name").Text(reference.Name).Close('}');
        }

        private static void WriteChoices(JsonWriter writer, IEnumerable<OptionSetValue> choices)
        {
            writer.Open('[');
            foreach (var choice in choices) writer.Number((long)choice.Value);
            writer.Close(']');
        }
    }
}
