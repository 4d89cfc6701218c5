import { braced } from "../ids";
import type { PermissionIr, ProfileIr } from "../ir/solution";
import { element, type Element, group, leaf } from "../xml/element";

const allowed = 4;

const level = (name: string, granted: boolean): Element => leaf(name, granted ? allowed : 0);

/** Nothing here is masked, so that reading unmasked means nothing and stays off. */
const permission = ({ table, column, read, create, update }: PermissionIr): Element => group("FieldPermission", [
  leaf("EntityName", table), leaf("AttributeName", column), level("CanRead", read), level("CanUpdate", update), level("CanCreate", create), leaf("CanReadUnmasked", 0),
]);

/** All field security profiles (`Other/FieldSecurityProfiles.xml`). */
export const fieldSecurityProfiles = (profiles: readonly ProfileIr[]): Element => group("FieldSecurityProfiles", profiles.map(({ id, name, description, permissions }) =>
  element("FieldSecurityProfile", { name, description, fieldsecurityprofileid: braced(id) }, [group("FieldPermissions", permissions.map(permission))])));
