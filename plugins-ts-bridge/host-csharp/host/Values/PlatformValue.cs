using System;
using System.Collections.Generic;
using System.Globalization;
using Microsoft.Xrm.Sdk;

namespace Duly.TsHost.Values
{
    /// <summary>What a rule writes as the platform's values.</summary>
    internal static class PlatformValue
    {
        /// <summary>
        /// A value for a column or a response property.
        /// </summary>
        /// <param name="value">what JsonReader read; references that name a created row have their id already</param>
        /// <param name="kind">money, decimal, day, instant, choice, id; null when the JSON value tells</param>
        /// <param name="place">where it is written, for the message</param>
        /// <exception cref="Failure">DULY-HOST-010: the value does not fit</exception>
        public static object Of(object value, string kind, string place)
        {
            if (value == null) return null;
            try
            {
                return Converted(value, kind);
            }
            catch (Exception error) when (error is FormatException || error is OverflowException || error is InvalidCastException || error is KeyNotFoundException)
            {
                throw new Failure("DULY-HOST-010", "place", place, "kind", kind ?? "plain");
            }
        }

        private static object Converted(object value, string kind)
        {
            switch (kind)
            {
                case "money": return new Money(Amount(value));
                case "decimal": return Amount(value);
                case "day": return DateTime.ParseExact((string)value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
                case "instant": return DateTime.Parse((string)value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
                case "choice": return new OptionSetValue(Whole(value));
                case "id": return Guid.Parse((string)value);
                default: return Plain(value);
            }
        }

        private static object Plain(object value)
        {
            var reference = value as Dictionary<string, object>;
            if (reference != null) return new EntityReference((string)reference["logicalName"], Guid.Parse((string)reference["id"]));
            if (value is double) return Math.Floor((double)value).Equals((double)value) ? (object)Whole(value) : value;
            if (value is string || value is bool) return value;
            throw new InvalidCastException();
        }

        private static decimal Amount(object value)
        {
            if (value is double) return (decimal)(double)value;
            return decimal.Parse((string)value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        }

        private static int Whole(object value)
        {
            var number = (double)value;
            if (!Math.Floor(number).Equals(number)) throw new FormatException();
            return checked((int)number);
        }
    }
}
