using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Duly.TsHost.Json;
using Duly.TsHost.Script;
using Duly.TsHost.Values;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Duly.TsHost.Platform
{
    /// <summary>Answers the reads of one call of a rule.</summary>
    internal sealed class Reads
    {
        private static readonly Regex Page = new Regex("(?<=^<fetch\\b[^>]*) page=\"\\d+\"", RegexOptions.CultureInvariant);

        private readonly IOrganizationService service;
        private readonly BundleTypes types;
        private readonly Dictionary<string, string> cookies = new Dictionary<string, string>();

        public Reads(IOrganizationService service, BundleTypes types)
        {
            this.service = service;
            this.types = types;
        }

        /// <summary>FetchXML texts in, JSON out: one array of rows for each. A rule asks for further pages itself.</summary>
        public string Answer(string[] fetchXml)
        {
            var writer = new JsonWriter();
            writer.Open('[');
            foreach (var text in fetchXml) WriteRows(writer, text);
            return writer.Close(']').ToString();
        }

        private void WriteRows(JsonWriter writer, string fetchXml)
        {
            var found = Fetch(fetchXml);
            var columns = FetchColumns.Of(fetchXml);
            writer.Open('[');
            foreach (var row in found.Entities)
            {
                if (writer.Length > Limits.InputCharacters) throw RuleScript.TooMuch("read", Limits.InputCharacters);
                WriteRow(writer, row, columns);
            }
            writer.Close(']');
        }

        /// <summary>Beyond 50,000 rows the platform pages only with the cookie of the page before.</summary>
        private EntityCollection Fetch(string fetchXml)
        {
            var query = Page.Replace(fetchXml, "");
            string cookie;
            var asked = cookies.TryGetValue(query, out cookie) ? "<fetch paging-cookie=\"" + Escaped(cookie) + "\"" + fetchXml.Substring("<fetch".Length) : fetchXml;
            var found = service.RetrieveMultiple(new FetchExpression(asked));
            if (found.MoreRecords && !string.IsNullOrEmpty(found.PagingCookie)) cookies[query] = found.PagingCookie;
            return found;
        }

        private static string Escaped(string text)
        {
            return text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");
        }

        private void WriteRow(JsonWriter writer, Entity row, IReadOnlyList<FetchColumn> columns)
        {
            writer.Open('{');
            foreach (var column in columns.Count > 0 ? columns : row.Attributes.Keys.Select(name => new FetchColumn(name, row.LogicalName, name)))
            {
                object value;
                row.Attributes.TryGetValue(column.Name, out value);
                if (value == null && column.Name == row.LogicalName + "id") value = row.Id;
                var aliased = value as AliasedValue;
                if (aliased != null) value = aliased.Value;
                if (!ValueJson.WriteMember(writer, column.Name, value, types.KindOf(column.Table, column.Column))) writer.Name(column.Name).Null();
            }
            writer.Close('}');
        }
    }
}
