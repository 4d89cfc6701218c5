import fc from "fast-check";
import { comparePackages } from "#solution/tools/compare/package";
import type { Folder } from "#solution/tools/zip/folder";
import { packFolder } from "#solution/tools/zip/pack";
import { unpackZip } from "#solution/tools/zip/unpack";
import { element, type Element, leaf, type XmlNode } from "#solution/tools/xml/element";
import { renderDocument } from "#solution/tools/xml/render";
import { bytes } from "./folder";

/** Texts that XML carries; a carriage return becomes a line feed for every reader. */
const texts = fc.string({ unit: "grapheme", maxLength: 12 }).filter((text) => text.trim() === text && !/[\u0000-\u001f\ud800-\udfff\ufffe\uffff]/u.test(text));
const ids = fc.uniqueArray(fc.uuid(), { maxLength: 4 });
/** Names of devices are no file names on Windows: unpacking gives them others. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/;
const names = (max = 3) => fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/).filter((name) => !devices.test(name)), { maxLength: max });

/** Content of a component: what the packer must not care about. */
function tree(depth: number): fc.Arbitrary<Element> {
  const text: fc.Arbitrary<XmlNode[]> = texts.map((one) => (one === "" ? [] : [one]));
  const children: fc.Arbitrary<XmlNode[]> = depth === 0 ? text
    : fc.oneof(text, fc.array<XmlNode>(tree(depth - 1), { maxLength: 3 }), fc.tuple<XmlNode[]>(texts.filter((one) => one !== ""), tree(depth - 1)));
  return fc.tuple(fc.constantFrom("a", "b", "Options"), texts, children).map(([name, key, inner]) => element(name, key === "" ? {} : { key }, inner));
}
const content = tree(3);

type Files = Readonly<Record<string, string>>;
const document = (root: Element): string => renderDocument(root);
const merged = (all: readonly Files[]): Files => Object.assign({}, ...all) as Files;
const each = (keys: fc.Arbitrary<string[]>, files: (key: string, body: Element) => Files): fc.Arbitrary<Files> =>
  fc.tuple(keys, fc.array(content, { minLength: 4, maxLength: 4 })).map(([some, bodies]) => merged(some.map((key, index) => files(key, bodies[index] ?? leaf("a", "")))));

const forms = (table: string): fc.Arbitrary<Files> => fc.tuple(ids, fc.constantFrom("main", "quick", "card")).chain(([some, kind]) => each(fc.constant(some), (id, body) =>
  ({ [`Entities/${table}/FormXml/${kind}/{${id}}.xml`]: document(element("forms", {}, [element("systemform", {}, [leaf("formid", `{${id}}`), body])])) })));
const views = (table: string): fc.Arbitrary<Files> => each(ids, (id, body) =>
  ({ [`Entities/${table}/SavedQueries/{${id}}.xml`]: document(element("savedqueries", {}, [element("savedquery", {}, [leaf("savedqueryid", `{${id}}`), body])])) }));
const charts = (table: string): fc.Arbitrary<Files> => each(ids, (id, body) =>
  ({ [`Entities/${table}/Visualizations/{${id}}.xml`]: document(element("visualization", {}, [leaf("savedqueryvisualizationid", `{${id}}`), body])) }));

const tables: fc.Arbitrary<Files> = names(2).chain((some) => fc.tuple(...some.map((name) => fc.tuple(content, forms(name), views(name), charts(name)).map(([body, ...files]) => merged([
  { [`Entities/${name}/Entity.xml`]: document(element("Entity", {}, [leaf("Name", name), body, ...["FormXml", "SavedQueries", "RibbonDiffXml", "Visualizations"].map((marker) => leaf(marker, ""))])) }, ...files,
])))).map(merged));

const roles = each(names(), (name, body) => ({ [`Roles/${name}.xml`]: document(element("Role", { id: `{${name}}`, name }, [body])) }));
const choices = each(names(), (name, body) => ({ [`OptionSets/${name}.xml`]: document(element("optionset", { Name: name }, [body])) }));
const dashboards = each(ids, (id, body) => ({ [`Dashboards/{${id}}.xml`]: document(element("Dashboard", {}, [leaf("FormId", `{${id}}`), body])) }));
const resources = each(names(), (name, body) => ({
  [`WebResources/x_/${name}.js`]: JSON.stringify(body),
  [`WebResources/x_/${name}.js.data.xml`]: document(element("WebResource", {}, [leaf("Name", `x_/${name}.js`), leaf("FileName", `/WebResources/x_${name}`), body])),
}));
const relationships = names(4).map((some): Files => (some.length === 0 ? {} : {
  "Other/Relationships.xml": document(element("EntityRelationships", {}, some.map((Name) => element("EntityRelationship", { Name })))),
  ...merged(some.map((Name) => ({ [`Other/Relationships/${Name}s.xml`]: document(element("EntityRelationships", {}, [element("EntityRelationship", { Name }, [leaf("ReferencedEntityName", `${Name}s`)])])) }))),
}));
const sharded = each(names(), (name, body) => ({ [`customthings/${name}/{${name}}.xml`]: document(body) }));

const markers = ["Entities", "Roles", "EntityRelationships", "optionsets", "Dashboards", "WebResources"];
const folders: fc.Arbitrary<Folder> = fc.tuple(content, tables, roles, choices, dashboards, resources, relationships, sharded).map(([own, ...files]) => new Map(Object.entries({
  "Other/Solution.xml": document(element("ImportExportXml", {}, [element("SolutionManifest", {}, [leaf("Managed", 2), own])])),
  "Other/Customizations.xml": document(element("ImportExportXml", {}, [...markers.map((marker) => leaf(marker, "")), element("Own", {}, [own])])),
  ...merged(files),
}).map(([path, text]) => [path, bytes(text)])));

const types = fc.constantFrom("managed" as const, "unmanaged" as const);

describe("any folder", () => {
  test("packed and unpacked is the same folder but for the type", () => {
    fc.assert(fc.property(folders, types, (folder, type) => {
      const again = unpackZip(packFolder(folder, type).zip);
      expect([...again.keys()].sort()).toEqual([...folder.keys()].map((path) => (path.includes("/Visualizations/") ? path.replace(/[^/]+(?=\.xml)/, (id) => id.toUpperCase()) : path)).sort());
    }), { numRuns: 60 });
  });

  test("packed, unpacked and packed again gives the same bytes", () => {
    fc.assert(fc.property(folders, types, (folder, type) => {
      const zip = packFolder(folder, type).zip;
      const again = packFolder(unpackZip(zip), type).zip;
      expect(comparePackages(zip, again)).toEqual([]);
      expect(Buffer.from(again).equals(Buffer.from(packFolder(unpackZip(again), type).zip))).toBe(true);
    }), { numRuns: 60 });
  });

  test("no file of it is dropped: without it the package differs", () => {
    fc.assert(fc.property(folders.filter((folder) => folder.size > 2), fc.nat(), (folder, pick) => {
      const loose = [...folder.keys()].filter((path) => /^(Roles|OptionSets|Dashboards|customthings)\/|FormXml|SavedQueries|Visualizations/.test(path));
      fc.pre(loose.length > 0);
      const path = loose[pick % loose.length];
      const less = new Map([...folder].filter(([name]) => name !== path));
      expect(comparePackages(packFolder(folder, "unmanaged").zip, packFolder(less, "unmanaged").zip)).toHaveLength(1);
    }), { numRuns: 40 });
  });
});
