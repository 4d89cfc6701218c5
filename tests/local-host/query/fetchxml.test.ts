import { parseFetchXml } from "../../../local-host/query/fetchxml/parse";
import { runQuery } from "../../../local-host/query/run";
import { asker, filled, id, metadata } from "./tiny";

const sql = filled();
afterAll(() => { sql.close(); });

const rows = (fetchXml: string) => runQuery(sql, metadata, parseFetchXml(fetchXml, metadata, asker)).rows;
const ids = (inside: string, attributes = ""): number[] =>
  rows(`<fetch ${attributes}><entity name="account">${inside}</entity></fetch>`).map((row) => Number(String(row["accountid"]).slice(-3)));
const condition = (text: string): number[] => ids(`<filter>${text}</filter>`);

describe("conditions find", () => {
  test.each<[string, number[]]>([
    ['<condition attribute="name" operator="eq" value="ALPHA"/>', [2]],
    ['<condition attribute="name" operator="like" value="%rv%"/>', [1]],
    ['<condition attribute="name" operator="not-like" value="a%"/>', [3, 4]],
    ['<condition attribute="name" operator="begins-with" value="b"/>', [3]],
    ['<condition attribute="name" operator="null"/>', [4]],
    ['<condition attribute="rating" operator="in"><value>1</value><value>9</value></condition>', [1, 3]],
    ['<condition attribute="rating" operator="not-in"><value>1</value></condition>', [2, 4]],
    ['<condition attribute="revenue" operator="between"><value>0</value><value>3.5</value></condition>', [2, 3]],
    ['<condition attribute="createdon" operator="today"/>', [1]],
    ['<condition attribute="createdon" operator="last-x-days" value="5"/>', [1, 2]],
    ['<condition attribute="due" operator="next-x-days" value="1"/>', [1, 4]],
    ['<condition attribute="createdon" operator="olderthan-x-days" value="30"/>', [3]],
    ['<condition attribute="createdon" operator="on" value="2026-03-10"/>', [2]],
    ['<condition attribute="due" operator="on-or-before" value="2026-02-28"/>', [2, 3]],
    ['<condition attribute="due" operator="this-week"/>', [1, 4]],
    ['<condition attribute="due" operator="last-month"/>', [2]],
    ['<condition attribute="ownerid" operator="eq-userid"/>', [2]],
    ['<condition attribute="kinds" operator="contain-values"><value>5</value></condition>', [1]],
    ['<condition attribute="due" operator="gt" valueof="old"/>', [1]],
    ['<link-entity name="contact" from="employer" to="accountid" link-type="any"><filter><condition attribute="age" operator="gt" value="40"/></filter></link-entity>', [1]],
    ['<link-entity name="contact" from="employer" to="accountid" link-type="not any"><filter><condition attribute="age" operator="gt" value="40"/></filter></link-entity>', [2, 3, 4]],
    ['<link-entity name="contact" from="employer" to="accountid" link-type="all"><filter><condition attribute="age" operator="gt" value="40"/></filter></link-entity>', [3]],
  ])("%s", (text, expected) => {
    expect(condition(text)).toEqual(expected);
  });

  test("or filters, nested filters, conditions on a link by entityname", () => {
    expect(ids('<filter type="or"><condition attribute="name" operator="null"/><filter><condition attribute="active" operator="eq" value="1"/><condition attribute="employees" operator="null"/></filter></filter>')).toEqual([3, 4]);
    expect(ids('<link-entity name="account" from="accountid" to="parentid" alias="p" link-type="outer"/><filter><condition entityname="p" attribute="name" operator="null"/></filter>')).toEqual([1, 4]);
  });
});

describe("links", () => {
  test("inner repeats the row, columns come under alias.column or their own alias", () => {
    expect(rows('<fetch><entity name="account"><attribute name="name" alias="who"/><link-entity name="contact" from="employer" to="accountid" alias="c"><attribute name="name"/><attribute name="age" alias="years"/><order attribute="age" descending="true"/></link-entity></entity></fetch>')).toEqual([
      { accountid: id(1), who: "Árvíz Kft.", "c.name": "C12", years: 50 }, { accountid: id(1), who: "Árvíz Kft.", "c.name": "C11", years: 30 }, { accountid: id(3), who: "beta 100%", "c.name": "C13", years: 20 },
    ]);
  });
  test("outer keeps rows without a partner; exists and in do not repeat", () => {
    expect(ids('<link-entity name="contact" from="employer" to="accountid" link-type="outer"/>')).toEqual([1, 1, 2, 3, 4]);
    expect(ids('<link-entity name="contact" from="employer" to="accountid" link-type="exists"/>')).toEqual([1, 3]);
    expect(ids('<link-entity name="contact" from="employer" to="accountid" link-type="in"><filter><condition attribute="age" operator="lt" value="25"/></filter></link-entity>')).toEqual([3]);
  });
  test("through an intersect table", () => {
    expect(ids('<link-entity name="account_tag" from="accountid" to="accountid" intersect="true"><link-entity name="tag" from="tagid" to="tagid"><filter><condition attribute="name" operator="eq" value="vip"/></filter></link-entity></link-entity>')).toEqual([1, 3]);
  });
});

test("lookups come with the name of their target", () => {
  expect(rows('<fetch><entity name="account"><attribute name="partner"/><filter><condition attribute="partner" operator="not-null"/></filter></entity></fetch>').map((row) => row["partner"])).toEqual([
    { logicalName: "contact", id: id(11), name: "C11" }, { logicalName: "account", id: id(1), name: "Árvíz Kft." },
  ]);
});

test("choices sort by label, with useraworderby by value", () => {
  expect(ids('<order attribute="rating"/><filter><condition attribute="rating" operator="not-null"/></filter>')).toEqual([2, 1, 3]);
  expect(ids('<order attribute="rating"/><filter><condition attribute="rating" operator="not-null"/></filter>', 'useraworderby="true"')).toEqual([1, 3, 2]);
});

test("aggregates: groups, parts of dates, measures over links", () => {
  expect(rows('<fetch aggregate="true"><entity name="account"><attribute name="createdon" groupby="true" dategrouping="year" alias="y"/><attribute name="accountid" aggregate="count" alias="n"/><attribute name="revenue" aggregate="sum" alias="total"/><order alias="y" descending="true"/></entity></fetch>')).toEqual([
    { y: 2026, n: 3, total: "15.5001" }, { y: 2025, n: 1, total: "0.0000" },
  ]);
  expect(rows('<fetch aggregate="true"><entity name="account"><attribute name="name" groupby="true" alias="a"/><link-entity name="contact" from="employer" to="accountid"><attribute name="age" aggregate="max" alias="oldest"/><attribute name="age" aggregate="countcolumn" distinct="true" alias="n"/></link-entity></entity></fetch>')).toEqual([
    { a: "Árvíz Kft.", oldest: 50, n: 2 }, { a: "beta 100%", oldest: 20, n: 1 },
  ]);
  expect(rows('<fetch aggregate="true"><entity name="account"><attribute name="due" groupby="true" dategrouping="week" alias="w"/><attribute name="accountid" aggregate="count" alias="n"/></entity></fetch>')).toEqual([{ w: 9, n: 1 }, { w: 12, n: 2 }, { w: 53, n: 1 }]);
});

test("distinct and top", () => {
  expect(rows('<fetch distinct="true"><entity name="account"><attribute name="rating"/><order attribute="rating"/></entity></fetch>')).toEqual([{ rating: null }, { rating: 2 }, { rating: 1 }]);
  expect(ids("", 'top="2"')).toEqual([1, 2]);
});

describe("refused, by name", () => {
  test.each<[string, string, string]>([
    ["<fetch><entity name='account'>", "0x80040201", "Invalid XML"],
    ["<fetch/>", "0x80041103", "exactly one <entity>"],
    ["<fetch><entity name='nope'/></fetch>", "0x80041102", "'nope'"],
    ["<fetch><entity name='account'><attribute name='nope'/></entity></fetch>", "0x80041103", "'nope'"],
    ["<fetch speed='9'><entity name='account'/></fetch>", "0x80041103", "'speed'"],
    ["<fetch><entity name='account'><having/></entity></fetch>", "0x80041103", "<having>"],
    ["<fetch top='5' count='2'><entity name='account'/></fetch>", "0x80041103", "top"],
    ["<fetch><entity name='account'><filter><condition attribute='name' operator='under' value='x'/></filter></entity></fetch>", "0x80048d0b", "'under'"],
    ["<fetch><entity name='account'><filter><condition attribute='name' operator='eq'/></filter></entity></fetch>", "0x80041103", "one value"],
    ["<fetch><entity name='account'><filter type='xor'/></entity></fetch>", "0x80041103", "'xor'"],
    ["<fetch><entity name='account'><link-entity name='contact' from='employer' to='accountid' link-type='natural'/></entity></fetch>", "0x80041103", "'natural'"],
    ["<fetch><entity name='account'><link-entity name='contact' from='employer' to='accountid' alias='a b'/></entity></fetch>", "0x80041103", "'a b'"],
    ["<fetch aggregate='true'><entity name='account'><attribute name='name' aggregate='median' alias='x'/></entity></fetch>", "0x80041103", "'median'"],
    ["<fetch aggregate='true'><entity name='account'><attribute name='name' aggregate='sum' alias='x'/></entity></fetch>", "0x80041103", "string"],
  ])("%s", (text, code, words) => {
    expect(() => rows(text)).toThrow(expect.objectContaining({ code, message: expect.stringContaining(words) as string }));
  });
  test("the clock is needed for relative dates", () => {
    const text = '<fetch><entity name="account"><filter><condition attribute="createdon" operator="today"/></filter></entity></fetch>';
    expect(() => parseFetchXml(text, metadata)).toThrow("'today' needs the clock");
  });
});
