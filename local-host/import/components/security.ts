import { guidOf } from "../../metadata/ids";
import { guidIn, itemsOf, named, numberOf, textOf, type Element } from "../xml/element";
import { to, type Component, type ComponentReader } from "./component";

function permissionOf(permission: Element, profileId: string): Component {
  const [entityname, attributelogicalname] = [textOf(permission, "EntityName").toLowerCase(), textOf(permission, "AttributeName").toLowerCase()];
  const granted = (name: string): number => numberOf(permission, name) ?? 0;
  return { kind: "FieldPermissions", table: "fieldpermission", id: guidOf("fieldpermission", profileId, entityname, attributelogicalname), part: true, row: {
    entityname, attributelogicalname, canread: granted("CanRead"), cancreate: granted("CanCreate"), canupdate: granted("CanUpdate"), canreadunmasked: granted("CanReadUnmasked"),
    fieldsecurityprofileid: to("fieldsecurityprofile", profileId),
  } };
}

function profileOf(profile: Element): readonly Component[] {
  const { name = "", description = "", fieldsecurityprofileid = "" } = profile.attributes;
  const id = guidIn(fieldsecurityprofileid);
  return [
    { kind: "FieldSecurityProfiles", table: "fieldsecurityprofile", id, row: { name, description } },
    ...named(itemsOf(profile, "FieldPermissions"), "FieldPermission").map((permission) => permissionOf(permission, id)),
  ];
}

export const profiles: ComponentReader = ({ customizations }) => named(itemsOf(customizations, "FieldSecurityProfiles"), "FieldSecurityProfile").flatMap(profileOf);
