import type { RoleIr } from "../ir/solution";
import { braced } from "../ids";
import { element, type Element, group, leaf } from "../xml/element";

/** A security role (`Roles/<name>.xml`). */
export const securityRole = (role: RoleIr): Element => element("Role", { id: braced(role.id), name: role.name }, [
  leaf("IsCustomizable", 1), leaf("IsAutoAssigned", 0),
  group("RolePrivileges", role.privileges.map((privilege) => element("RolePrivilege", { name: privilege.name, level: privilege.level }))),
]);
