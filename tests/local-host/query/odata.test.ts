import { parseRequest } from "../../../local-host/query/odata/request";
import { runQuery } from "../../../local-host/query/run";
import { tableOf } from "../../../local-host/query/sql/scope";
import { asker, filled, id, metadata } from "./tiny";

const sql = filled();
afterAll(() => { sql.close(); });

function request(options: Readonly<Record<string, string>>, table = "account") {
  const aliases = new Map(Object.entries(options).filter(([name]) => name.startsWith("@")));
  const own = new Map(Object.entries(options).filter(([name]) => !name.startsWith("@")));
  return parseRequest(tableOf(metadata, table), own, { metadata, asker, aliases });
}

/** Last digits of the ids that a filter finds. */
function found(filter: string, aliases: Readonly<Record<string, string>> = {}): number[] {
  const { query } = request({ $filter: filter, ...aliases });
  return runQuery(sql, metadata, query).rows.map((row) => Number(String(row["accountid"]).slice(-3)));
}

describe("$filter finds", () => {
  test.each<[string, number[]]>([
    ["name eq 'arviz kft.'", [1]],
    ["name eq 'ÁRVÍZ KFT.'", [1]],
    ["name ne 'Alpha'", [1, 3, 4]],
    ["name eq null", [4]],
    ["name ne null", [1, 2, 3]],
    ["revenue gt 3", [1, 2]],
    ["revenue eq 12.5", [1]],
    ["revenue eq 3.0001", [2]],
    ["revenue gt 3.00005", [1, 2]],
    ["revenue gt 3.00015", [1]],
    ["rate eq 1.5", [1]],
    ["3 lt revenue", [1, 2]],
    ["active eq true", [1, 3]],
    ["rating in (1,3)", [1, 3]],
    ["employees in (7,null)", [2, 3]],
    ["not employees eq 5 and active eq true", [3]],
    ["not (employees eq 5 and active eq true)", [2, 3, 4]],
    ["employees eq 5 or employees eq 7 and active eq true", [1, 4]],
    ["contains(name,'ARV')", [1]],
    ["startswith(name,'a')", [1, 2]],
    ["endswith(name,'A')", [2]],
    ["contains(name,'l%h')", [2]],
    ["contains(name,'0[%]')", [3]],
    ["contains(name,'[b-c]et')", [3]],
    ["not contains(name,'a')", [4]],
    ["contains(name,'a') eq false", [4]],
    ["due eq 2026-03-15", [1]],
    ["createdon ge 2026-03-15T00:00:00Z", [1, 4]],
    ["createdon lt 2026-03-10T01:00:00%2B01:00".replace("%2B", "+"), [3]],
    ["due gt old", [1]],
    ["due eq old", [4]],
    [`accountid eq ${id(2)}`, [2]],
    [`accountid eq '${id(2)}'`, [2]],
    [`_parentid_value eq ${id(1)}`, [2, 3]],
    ["parentid/name eq 'árvíz kft.'", [2, 3]],
    ["parentid/parentid/name eq null and parentid/name ne null", [2, 3]],
    ["partner_contact/age eq 30", [2]],
    ["partner_contact/employer/name eq 'Árvíz Kft.'", [2]],
    ["staff/any()", [1, 3]],
    ["staff/any(c:c/age gt 40)", [1]],
    ["staff/all(c:c/age gt 25)", [1, 2, 4]],
    ["staff/any(c:c/age gt 40 and c/employer/name eq 'Árvíz Kft.')", [1]],
    ["children/any(x:x/staff/any(c:c/age eq 20))", [1]],
    ["account_tags/any(t:t/name eq 'VIP')", [1, 3]],
    ["not account_tags/any()", [2, 4]],
    ["Microsoft.Dynamics.CRM.Today(PropertyName='createdon')", [1]],
    ["Microsoft.Dynamics.CRM.LastXDays(PropertyName='createdon',PropertyValue=7)", [1, 2]],
    ["Microsoft.Dynamics.CRM.NextXDays(PropertyName='createdon',PropertyValue=1)", [4]],
    ["Microsoft.Dynamics.CRM.OlderThanXMonths(PropertyName='createdon',PropertyValue=2)", [3]],
    ["Microsoft.Dynamics.CRM.On(PropertyName='createdon',PropertyValue='2026-03-10')", [2]],
    ["Microsoft.Dynamics.CRM.OnOrBefore(PropertyName='due',PropertyValue='2026-02-28')", [2, 3]],
    ["Microsoft.Dynamics.CRM.OnOrAfter(PropertyName='due',PropertyValue='2026-03-15')", [1, 4]],
    ["Microsoft.Dynamics.CRM.ThisMonth(PropertyName='due')", [1, 4]],
    ["Microsoft.Dynamics.CRM.LastYear(PropertyName='due')", [3]],
    ["Microsoft.Dynamics.CRM.In(PropertyName='rating',PropertyValues=['2','3'])", [2]],
    ["Microsoft.Dynamics.CRM.NotIn(PropertyName='rating',PropertyValues=[\"1\"])", [2, 4]],
    ["Microsoft.Dynamics.CRM.Between(PropertyName='employees',PropertyValues=[\"4\",\"6\"])", [1, 4]],
    ["Microsoft.Dynamics.CRM.ContainValues(PropertyName='kinds',PropertyValues=['5','2'])", [1, 2]],
    ["Microsoft.Dynamics.CRM.DoesNotContainValues(PropertyName='kinds',PropertyValues=['5'])", [2, 3, 4]],
    ["Microsoft.Dynamics.CRM.EqualUserId(PropertyName='ownerid')", [2]],
    ["Microsoft.Dynamics.CRM.Contains(PropertyName='name',PropertyValue='LPH')", [2]],
  ])("%s", (filter, ids) => {
    expect(found(filter)).toEqual(ids);
  });

  test("values of parameter aliases", () => {
    expect(found("revenue gt @p1 and contains(name,@p2)", { "@p1": "1", "@p2": "'lph'" })).toEqual([2]);
    expect(found("Microsoft.Dynamics.CRM.In(PropertyName=@p,PropertyValues=@v)", { "@p": "'rating'", "@v": "['2']" })).toEqual([2]);
  });
});

describe("refused, by name", () => {
  test.each<[Readonly<Record<string, string>>, string]>([
    [{ $skip: "5" }, "Skip Clause is not supported in CRM"],
    [{ $foo: "5" }, "$foo"],
    [{ $select: "Name" }, "Could not find a property named 'Name' on type 'Microsoft.Dynamics.CRM.account'."],
    [{ $filter: "nope eq 1" }, "'nope'"],
    [{ $filter: "parentid eq 1" }, "'parentid'"],
    [{ $filter: "name eq" }, "a value expected"],
    [{ $filter: "name eq 'x" }, "position 8"],
    [{ $filter: "(name eq 'x'" }, "')' expected"],
    [{ $filter: "name eq 'x' and" }, "a value expected"],
    [{ $filter: "name" }, "a comparison expected"],
    [{ $filter: "tolower(name) eq 'x'" }, "'tolower'"],
    [{ $filter: "staff/name eq 'x'" }, "collection-valued"],
    [{ $filter: "parentid/staff/any()" }, "below a lookup"],
    [{ $filter: "parentid/any(p:p/name eq 'x')" }, "single-valued"],
    [{ $filter: "accountid eq 'x'" }, "'x' is not a valid uniqueidentifier"],
    [{ $filter: "employees eq 'x'" }, "'x' is not a valid integer"],
    [{ $filter: "name eq @p1" }, "@p1"],
    [{ $filter: "Microsoft.Dynamics.CRM.Under(PropertyName='accountid',PropertyValue='x')" }, "Microsoft.Dynamics.CRM.Under"],
    [{ $filter: "Microsoft.Dynamics.CRM.LastXDays(PropertyName='createdon')" }, "last-x-days"],
    [{ $orderby: "name sideways" }, "name sideways"],
    [{ $orderby: "nope" }, "'nope'"],
    [{ $expand: "nope" }, "'nope'"],
    [{ $expand: "staff($skip=1)" }, "Skip Clause"],
    [{ $top: "-1" }, "$top"],
    [{ $count: "yes" }, "$count"],
    [{ $apply: "groupby((createdon))" }, "createdon"],
    [{ $apply: "aggregate(revenue with countdistinct as n)" }, "countdistinct"],
    [{ $apply: "aggregate($count as n)", $orderby: "n" }, "$orderby"],
    [{ $apply: "concat(a,b)" }, "concat"],
  ])("%j", (options, text) => {
    expect(() => { runQuery(sql, metadata, request(options).query); }).toThrow(text);
  });
});

test("$apply groups by a path and measures with exact money", () => {
  const { query } = request({ $apply: "filter(revenue ne null)/groupby((rating),aggregate(revenue with sum as total,$count as n,revenue with average as mean))" });
  expect(runQuery(sql, metadata, query).rows).toEqual([
    { rating: 1, total: "12.5000", n: 2, mean: "6.2500" }, { rating: 2, total: "3.0001", n: 1, mean: "3.0001" },
  ]);
  const path = request({ $apply: "groupby((parentid/name),aggregate($count as n))" }).query;
  expect(runQuery(sql, metadata, path).rows).toEqual([{ parentid_name: null, n: 2 }, { parentid_name: "Árvíz Kft.", n: 2 }]);
});

test("$select of money brings the primary id; $orderby sorts by columns, paths and names of lookups", () => {
  const { query } = request({ $select: "revenue", $orderby: "parentid/name desc,name", $top: "3" });
  expect(runQuery(sql, metadata, query).rows.map((row) => row["accountid"])).toEqual([id(2), id(3), id(4)]);
  const byLookup = request({ $select: "name", $orderby: "_partner_value desc" }).query;
  expect(runQuery(sql, metadata, byLookup).rows.map((row) => row["accountid"])).toEqual([id(2), id(3), id(1), id(4)]);
});

test("$expand is parsed with nested options", () => {
  const { expands } = request({ $expand: "staff($select=name;$filter=contains(name,'a;b') or age gt 1;$orderby=age desc;$top=2;$expand=employer($select=name)),parentid" });
  expect(expands.map(({ navigation, request: inner }) => [navigation.kind, navigation.name, inner.query.top, inner.expands.length])).toEqual([["many", "staff", 2, 1], ["one", "parentid", null, 0]]);
});
