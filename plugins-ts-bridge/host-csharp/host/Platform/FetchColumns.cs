using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Duly.TsHost.Platform
{
    /// <summary>A column that a query asks for.</summary>
    internal sealed class FetchColumn
    {
        public FetchColumn(string name, string table, string column)
        {
            Name = name;
            Table = table;
            Column = column;
        }

        /// <summary>Name in the answer: "column", "alias.column", or an alias of its own.</summary>
        public string Name { get; private set; }

        public string Table { get; private set; }

        public string Column { get; private set; }
    }

    /// <summary>
    /// The columns of a FetchXML text in their order. Dataverse leaves out what has no value, so the names must come from the query. Own scanner:
    /// an XML library would add a reference to the plug-in, and the text is made by the bundle's one FetchXML writer (attributes in double quotes, signs escaped).
    /// </summary>
    internal static class FetchColumns
    {
        private static readonly Regex Tag = new Regex("<(?<close>/?)(?<name>fetch|entity|link-entity|attribute|all-attributes)(?<attributes>(?:\\s+[\\w-]+=\"[^\"]*\")*)\\s*(?<empty>/?)>", RegexOptions.CultureInvariant);
        private static readonly Regex Attribute = new Regex("(?<name>[\\w-]+)=\"(?<value>[^\"]*)\"", RegexOptions.CultureInvariant);

        /// <summary>The columns; the primary id of the table is always among them, first unless asked for elsewhere. Empty when the query asks for all.</summary>
        public static IReadOnlyList<FetchColumn> Of(string fetchXml)
        {
            var columns = new List<FetchColumn>();
            var levels = new Stack<KeyValuePair<string, string>>();
            var root = (string)null;
            var identified = true;
            foreach (Match tag in Tag.Matches(fetchXml))
            {
                var name = tag.Groups["name"].Value;
                var isLevel = name == "entity" || name == "link-entity";
                if (tag.Groups["close"].Value != "")
                {
                    if (isLevel) levels.Pop();
                    continue;
                }
                var attributes = AttributesOf(tag.Groups["attributes"].Value);
                if (name == "fetch") identified = Value(attributes, "aggregate") != "true" && Value(attributes, "distinct") != "true";
                else if (name == "all-attributes") return new FetchColumn[0];
                else if (name == "attribute") AddOnce(columns, ColumnOf(attributes, levels.Peek()));
                else if (tag.Groups["empty"].Value == "") levels.Push(new KeyValuePair<string, string>(Value(attributes, "name"), Value(attributes, "alias")));
                if (name == "entity") root = Value(attributes, "name");
            }
            return columns.Count == 0 || !identified ? columns : WithId(columns, root);
        }

        private static IReadOnlyList<FetchColumn> WithId(List<FetchColumn> columns, string table)
        {
            var id = table + "id";
            return columns.Any(column => column.Name == id) ? columns : new[] { new FetchColumn(id, table, id) }.Concat(columns).ToList();
        }

        /// <summary>A column that is asked for twice comes once: engines do not agree about an object that has a name twice.</summary>
        private static void AddOnce(List<FetchColumn> columns, FetchColumn added)
        {
            if (columns.All(column => column.Name != added.Name)) columns.Add(added);
        }

        private static FetchColumn ColumnOf(Dictionary<string, string> attributes, KeyValuePair<string, string> level)
        {
            var column = Value(attributes, "name");
            return new FetchColumn(Value(attributes, "alias") ?? (level.Value == null ? column : level.Value + "." + column), level.Key, column);
        }

        private static Dictionary<string, string> AttributesOf(string text)
        {
            return Attribute.Matches(text).Cast<Match>().ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value, StringComparer.Ordinal);
        }

        private static string Value(Dictionary<string, string> attributes, string name)
        {
            string value;
            return attributes.TryGetValue(name, out value) ? value : null;
        }
    }
}
