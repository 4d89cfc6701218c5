import { descendants, type Element, textOf } from "../xml/element";
import type { Contents, Located, TableContents } from "./contents";
import { finding, type Finding } from "./finding";

const isSecured = (attribute: Element | undefined): boolean => textOf(attribute, "IsSecured") === "1";

const columnOf = (permission: Element): string => `${textOf(permission, "EntityName")}.${textOf(permission, "AttributeName")}`;

function permitted(profile: Located, permission: Element, { tables, prefix }: Contents): readonly Finding[] {
  const name = textOf(permission, "EntityName");
  const table = tables.get(name);
  const attribute = table?.columns.get(textOf(permission, "AttributeName"));
  if (attribute === undefined) return table === undefined && !name.startsWith(prefix) ? [] : [finding("DULY-CHECK-103", profile, columnOf(permission))];
  return isSecured(attribute) ? [] : [finding("DULY-CHECK-104", profile, columnOf(permission))];
}

function securable(table: TableContents, name: string, attribute: Element): boolean {
  const isKey = descendants(table.root, "AttributeName").some((part) => textOf(part) === name);
  return textOf(attribute, "IsCustomField") === "1" && !/^(lookup|customer|owner)$/.test(textOf(attribute, "Type")) && !textOf(attribute, "DisplayMask").includes("PrimaryName") && !isKey;
}

function secured(table: TableContents, readable: ReadonlySet<string>): readonly Finding[] {
  return [...table.columns].filter(([, attribute]) => isSecured(attribute)).flatMap(([name, attribute]) => [
    ...(readable.has(`${table.name}.${name}`) ? [] : [finding("DULY-CHECK-102", table, name)]),
    ...(securable(table, name, attribute) ? [] : [finding("DULY-CHECK-105", table, name)]),
  ]);
}

/** Secured columns can be secured and somebody reads them; profiles name secured columns and no others. Columns of the platform's tables are not looked up. */
export function profiles(contents: Contents): readonly Finding[] {
  const permissions = contents.profiles.flatMap((profile) => descendants(profile.root, "FieldPermission").map((permission) => ({ profile, permission })));
  const readable = new Set(permissions.filter(({ permission }) => textOf(permission, "CanRead") === "4").map(({ permission }) => columnOf(permission)));
  return [
    ...permissions.flatMap(({ profile, permission }) => permitted(profile, permission, contents)),
    ...[...contents.tables.values()].flatMap((table) => secured(table, readable)),
  ];
}
