using System;
using System.Collections.Generic;
using Duly.TsHost.Json;

namespace Duly.TsHost.Values
{
    /// <summary>
    /// What the bundle says about columns and response properties whose values JSON does not tell apart: an amount from a text, a choice from a number.
    /// </summary>
    internal sealed class BundleTypes
    {
        private readonly Dictionary<string, Dictionary<string, string>> kinds = new Dictionary<string, Dictionary<string, string>>();
        private readonly Dictionary<string, object> outputs;

        private BundleTypes(Dictionary<string, object> types)
        {
            outputs = (Dictionary<string, object>)types["outputs"];
            foreach (var table in (Dictionary<string, object>)types["columns"]) kinds[table.Key] = KindsOf((Dictionary<string, object>)table.Value);
        }

        /// <summary>Reads the answer of the bundle's types().</summary>
        public static BundleTypes Of(string json) { return new BundleTypes((Dictionary<string, object>)JsonReader.Read(json)); }

        /// <summary>Whether the bundle describes a table, so that its rules may write to it.</summary>
        public bool Knows(string table) { return kinds.ContainsKey(table); }

        /// <summary>money, decimal, day, instant or choice; null for columns that their JSON value tells.</summary>
        public string KindOf(string table, string column)
        {
            if (column == "statecode" || column == "statuscode") return "choice";
            Dictionary<string, string> columns;
            string kind;
            return table != null && kinds.TryGetValue(table, out columns) && columns.TryGetValue(column, out kind) ? kind : null;
        }

        /// <summary>Type of a custom API's response property: String, Boolean, Integer, Guid, …; null when it has none of the name.</summary>
        public string OutputOf(string api, string name)
        {
            object properties;
            object type;
            return outputs.TryGetValue(api, out properties) && ((Dictionary<string, object>)properties).TryGetValue(name, out type) ? (string)type : null;
        }

        private static Dictionary<string, string> KindsOf(Dictionary<string, object> byKind)
        {
            var found = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var kind in byKind)
            {
                foreach (var column in ((string)kind.Value).Split(' ')) found[column] = kind.Key;
            }
            return found;
        }
    }
}
