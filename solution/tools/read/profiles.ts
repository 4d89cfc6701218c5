import { prefixed } from "../../model/names";
import type { Profile } from "../../model/profile";
import { idOf } from "../ids";
import type { ProfileIr } from "../ir/solution";

/** Resolves a profile to permissions on single columns. */
export const readProfile = ({ key, name, help, permissions }: Profile): ProfileIr => ({
  id: idOf("profile", key), name, description: help,
  permissions: permissions.flatMap(({ table, columns, rights }) => columns.map((column) => ({
    table: prefixed(table.name), column: prefixed(column), read: rights.includes("Read"), create: rights.includes("Create"), update: rights.includes("Update"),
  }))),
});
