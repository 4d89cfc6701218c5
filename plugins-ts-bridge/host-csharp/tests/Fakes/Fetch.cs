using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using Microsoft.Xrm.Sdk;

namespace Duly.TsHost.Tests.Fakes
{
    /// <summary>FetchXML as far as the rules use it: filters, inner and outer joins, order, top, pages with cookies, counts. Anything else is refused by name.</summary>
    internal static class Fetch
    {
        private sealed record Match(Entity Row, Entity Result);

        public static EntityCollection Run(string fetchXml, Func<string, List<Entity>> rows)
        {
            var fetch = XElement.Parse(fetchXml);
            var entity = fetch.Element("entity");
            var table = Text(entity, "name");
            var found = rows(table).Where(row => Holds(entity, row)).Select(row => new Match(row, Selected(entity, row))).ToList();
            foreach (var link in entity.Elements("link-entity")) found = found.SelectMany(match => Joined(match, link, rows(Text(link, "name")))).ToList();
            if (Text(fetch, "aggregate") == "true") return new EntityCollection(Counted(entity, table, found)) { EntityName = table };
            foreach (var order in entity.Elements("order").Reverse()) found = Ordered(found, order);
            return Paged(fetch, found.Select(match => match.Result).ToList());
        }

        private static EntityCollection Paged(XElement fetch, List<Entity> found)
        {
            var size = int.Parse(Text(fetch, "top") ?? Text(fetch, "count") ?? "5000");
            var page = int.Parse(Text(fetch, "page") ?? "1");
            var more = found.Count > page * size && Text(fetch, "top") == null;
            return new EntityCollection(found.Skip((page - 1) * size).Take(size).ToList()) { MoreRecords = more, PagingCookie = more ? $"<cookie page=\"{page}\"/>" : null };
        }

        private static Entity Selected(XElement entity, Entity row)
        {
            var result = new Entity(row.LogicalName, row.Id) { [row.LogicalName + "id"] = row.Id };
            foreach (var name in entity.Elements("attribute").Select(attribute => Text(attribute, "name")).Where(row.Contains)) result[name] = row[name];
            return result;
        }

        private static IEnumerable<Match> Joined(Match match, XElement link, List<Entity> rows)
        {
            var key = Plain(match.Row, Text(link, "to"));
            var partners = rows.Where(row => key != null && Plain(row, Text(link, "from")) == key && Holds(link, row)).ToList();
            if (partners.Count == 0 && Text(link, "link-type") == "outer") return [match];
            return partners.Select(partner => new Match(match.Row, WithPartner(match.Result, link, partner)));
        }

        private static Entity WithPartner(Entity result, XElement link, Entity partner)
        {
            var joined = new Entity(result.LogicalName, result.Id);
            joined.Attributes.AddRange(result.Attributes);
            foreach (var name in link.Elements("attribute").Select(attribute => Text(attribute, "name")).Where(partner.Contains))
            {
                joined[$"{Text(link, "alias")}.{name}"] = new AliasedValue(partner.LogicalName, name, partner[name]);
            }
            return joined;
        }

        private static List<Entity> Counted(XElement entity, string table, List<Match> found)
        {
            var measure = entity.Elements("attribute").Single(attribute => Text(attribute, "aggregate") == "count");
            var group = entity.Elements("attribute").SingleOrDefault(attribute => Text(attribute, "groupby") == "true");
            return found.GroupBy(match => group == null ? "" : Plain(match.Row, Text(group, "name"))).Select(rows =>
            {
                var counted = new Entity(table) { [Text(measure, "alias")] = new AliasedValue(table, Text(measure, "name"), rows.Count()) };
                if (group != null) counted[Text(group, "alias")] = new AliasedValue(table, Text(group, "name"), rows.First().Row[Text(group, "name")]);
                return counted;
            }).ToList();
        }

        private static List<Match> Ordered(List<Match> found, XElement order)
        {
            var name = Text(order, "attribute");
            var ordered = found.OrderBy(match => Plain(match.Row, name) ?? "", Comparer<string>.Create(Compare)).ToList();
            if (Text(order, "descending") == "true") ordered.Reverse();
            return ordered;
        }

        private static bool Holds(XElement element, Entity row) => element.Elements("filter").All(filter => Filter(filter, row));

        private static bool Filter(XElement filter, Entity row)
        {
            var tests = filter.Elements().Select(child => child.Name == "filter" ? Filter(child, row) : Condition(child, row));
            return Text(filter, "type") == "or" ? tests.Any(holds => holds) : tests.All(holds => holds);
        }

        private static bool Condition(XElement condition, Entity row)
        {
            var own = Plain(row, Text(condition, "attribute"));
            var values = condition.Elements("value").Select(value => value.Value);
            int Sign() => Compare(own, Text(condition, "value"));
            return Text(condition, "operator") switch
            {
                "null" => own == null,
                "not-null" => own != null,
                "in" => own != null && values.Contains(own),
                "not-in" => own != null && !values.Contains(own),
                "eq" => own != null && Sign() == 0,
                "ne" => own != null && Sign() != 0,
                "gt" => own != null && Sign() > 0,
                "ge" => own != null && Sign() >= 0,
                "lt" => own != null && Sign() < 0,
                "le" => own != null && Sign() <= 0,
                var other => throw new NotSupportedException($"the operator {other}"),
            };
        }

        private static int Compare(string left, string right)
        {
            if (decimal.TryParse(left, CultureInfo.InvariantCulture, out var a) && decimal.TryParse(right, CultureInfo.InvariantCulture, out var b)) return a.CompareTo(b);
            return string.Compare(left, right, StringComparison.OrdinalIgnoreCase);
        }

        private static string Plain(Entity row, string name) => row.Contains(name) ? Plain(row[name]) : null;

        private static string Plain(object value) => value switch
        {
            null => null,
            bool flag => flag ? "1" : "0",
            Money money => money.Value.ToString(CultureInfo.InvariantCulture),
            OptionSetValue choice => choice.Value.ToString(CultureInfo.InvariantCulture),
            EntityReference reference => reference.Id.ToString(),
            DateTime moment => moment.TimeOfDay == TimeSpan.Zero ? moment.ToString("yyyy-MM-dd") : moment.ToString("s"),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };

        private static string Text(XElement element, string name) => element.Attribute(name)?.Value;
    }
}
