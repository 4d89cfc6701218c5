import type { Fault } from "../fault";
import { childrenOf, type Element, isElement, isEmpty, textOf, withChildren } from "../xml/element";
import { uncarried } from "../xml/render";
import type { Collection, Component, Place, Source, Split } from "./collection";
import { at, faults } from "./faults";
import { inside } from "./inside";
import { type Folder, paths, xmlOf } from "./folder";
import { plainId } from "./identity";
import { decoded, TextError } from "./text";

const kindFile = /^Templates\/[A-Za-z]+Templates\.xml$/;

/** Texts of an e-mail template that lie in files of their own. */
const bodies = { subject: "subject.xsl", body: "body.xsl", subjectpresentationxml: "subjectpresentationxml.xml", presentationxml: "presentationxml.xml" } as const;

type Body = keyof typeof bodies;
const names = Object.keys(bodies) as readonly Body[];
const isBody = (name: string): name is Body => Object.hasOwn(bodies, name);

const idOf = (template: Element): string => plainId(textOf(template, "templateid"));
const folderOf = (template: Element): string => `Templates/EmailDocuments/${textOf(template, "languagecode")}/{${idOf(template)}}`;

const bare = (path: string): string => path.replace(/[{}]/g, "").toLowerCase();

/** Folder -> files of templates by their path without braces and case; the first counts. */
const known = new WeakMap<Folder, ReadonlyMap<string, string>>();

function documents(folder: Folder): ReadonlyMap<string, string> {
  const found = known.get(folder) ?? new Map([...folder.keys()].filter((path) => path.startsWith("Templates/")).reverse().map((path) => [bare(path), path]));
  known.set(folder, found);
  return found;
}

/** File of a template's text as the folder has it: its id may be cased and braced otherwise. */
function bodyFile({ folder }: Source, template: Element, name: Body): string | undefined {
  const wanted = `${folderOf(template)}/${bodies[name]}`;
  return folder.has(wanted) ? wanted : documents(folder).get(bare(wanted));
}

/** Text of a file; "" when it is none, which is reported. */
function textIn({ folder, report }: Source, path: string): string {
  try {
    return decoded(folder.get(path) ?? new Uint8Array());
  } catch (error) {
    if (!(error instanceof TextError)) throw error;
    report(faults.malformedXml(path, `${error.message}.`));
    return "";
  }
}

/** Text of a body, as far as XML can carry it; what is beyond is reported with its line. */
function bodyText(source: Source, path: string): string {
  const text = textIn(source, path);
  const bad = uncarried(text);
  if (bad < 0) return text;
  source.report({ ...faults.malformedXml(path, "it holds a character that XML cannot carry."), line: text.slice(0, bad).split("\n").length });
  return "";
}

/** Fills an empty text from its file; a text that is missing is added. */
function filled(source: Source, template: Element, claimed: Set<string>): Element {
  const text = (name: Body): string | null => {
    const path = bodyFile(source, template, name);
    if (path === undefined) return null;
    claimed.add(path);
    return bodyText(source, path);
  };
  const present = template.children.map((child) => {
    if (!isElement(child) || !isBody(child.name)) return child;
    const content = text(child.name);
    const path = bodyFile(source, template, child.name) ?? "";
    if (content !== null && !isEmpty(child)) source.report(faults.filled(path, "the template", child.name));
    return content === null ? child : withChildren(child, content === "" ? [] : [content]);
  });
  const missing = names.filter((name) => !childrenOf(template, name).length).flatMap((name) => {
    const content = text(name);
    return content === null ? [] : [{ name, attributes: {}, children: content === "" ? [] : [content] }];
  });
  return withChildren(template, [...present, ...missing]);
}

/** E-mail templates that would be empty messages: neither in the list nor in a file of their own is there a subject, or a body. */
export const emptyTemplates = (components: readonly Component[]): readonly Fault[] => components.filter(({ element }) => element.name === "EmailTemplates").flatMap(({ path, element }) =>
  childrenOf(element).flatMap((template) => (["subject", "body"] as const).filter((name) => textOf(template, name).trim() === "")
    .map((name) => at(template, faults.bodiless(path, idOf(template), name, `${folderOf(template)}/${bodies[name]}`)))));

function read(source: Source): readonly Component[] {
  const claimed = new Set<string>();
  const components = paths(source.folder, kindFile, source.type).map((path) => {
    const kind = xmlOf(source.folder, path);
    const element = kind.name === "EmailTemplates" ? withChildren(kind, childrenOf(kind).map((template) => filled(source, template, claimed))) : kind;
    return { path, element, within: inside(element).map((template) => ({ path, element: template })) };
  });
  for (const path of [...source.folder.keys()].filter((one) => one.startsWith("Templates/EmailDocuments/") && !claimed.has(one))) {
    source.report(faults.unclaimed(path, "no template of Templates/EmailTemplates.xml has this language and id", "Add the template, or delete the file."));
  }
  return components;
}

/** A text that can go into a file and come back the same. */
const isText = (child: Element): boolean => child.children.length === 1 && !isElement(child.children[0] ?? "") && !textOf(child).startsWith("\uFEFF") && Object.keys(child.attributes).length === 0;

function emptied(template: Element): { readonly template: Element; readonly files: Split["files"] } {
  const usual = idOf(template) !== "" && /^\d+$/.test(textOf(template, "languagecode"));
  const goes = new Set(childrenOf(template).filter((child) => usual && isBody(child.name) && isText(child) && childrenOf(template, child.name).length === 1));
  return {
    template: withChildren(template, template.children.map((child) => (isElement(child) && goes.has(child) ? withChildren(child, []) : child))),
    files: [...goes].flatMap((child) => (isBody(child.name) ? [[`${folderOf(template)}/${bodies[child.name]}`, textOf(child)] as const] : [])),
  };
}

function writeKind(kind: Element, place: Place): Split["files"] {
  const texts = kind.name === "EmailTemplates" && kind.children.every(isElement) ? childrenOf(kind).map(emptied) : null;
  const content = texts === null ? kind : withChildren(kind, texts.map(({ template }) => template));
  return [[place(`Templates/${kind.name}.xml`), content], ...(texts ?? []).flatMap(({ files }) => files.map(([path, text]) => [place(path), text] as const))];
}

/** `Templates/<Kind>Templates.xml`, and the texts of e-mail templates in `Templates/EmailDocuments/<language>/{id}/`. */
export const templates: Collection = {
  marker: "Templates", owns: /^Templates\//, inline: /^Templates\/([A-Za-z]+Templates\.xml|EmailDocuments\/.+)$/, read,
  write: (child, place) => {
    const kinds = childrenOf(child).map((kind) => kind.name);
    if (!child.children.every(isElement) || kinds.some((kind) => !/^[A-Za-z]+Templates$/.test(kind)) || new Set(kinds).size < kinds.length) return null;
    return { files: childrenOf(child).flatMap((kind) => writeKind(kind, place)), moved: [] };
  },
};
