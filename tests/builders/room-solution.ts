import { manyToManyXml, relationshipXml, solutionZip, type SolutionXml, type TableXml } from "./solution-zip";

const text = (name: string, length = 100) => ({ name, type: "nvarchar", part: `<MaxLength>${length}</MaxLength>` });
const lookup = (name: string) => ({ name, type: "lookup", part: "<LookupStyle>single</LookupStyle><LookupTypes/>" });

/** A room with a key, money, a lookup to account and one to its house. */
export const roomTable: TableXml = {
  name: "x_room", keys: { x_room_number: ["x_number", "x_house"] }, flags: "<HasRelatedNotes>True</HasRelatedNotes><HasRelatedActivities>True</HasRelatedActivities>",
  columns: [
    text("x_number", 20), lookup("x_Account"), lookup("x_house"), { name: "x_rent", type: "money", part: "<Accuracy>2</Accuracy><MinValue>-1000000000000</MinValue><MaxValue>1000000000000</MaxValue>" },
    { name: "x_share", type: "decimal", part: "<Accuracy>5</Accuracy><MinValue>0</MinValue><MaxValue>1</MaxValue>" }, { name: "x_since", type: "datetime", part: "<Format>date</Format><Behavior>2</Behavior>" },
    { name: "x_seen", type: "datetime", part: "<Format>datetime</Format><Behavior>1</Behavior>" }, { name: "x_beds", type: "int", part: "<MinValue>0</MinValue><MaxValue>9</MaxValue>" },
    { name: "x_kind", type: "picklist", part: "<AppDefaultValue>2</AppDefaultValue><OptionSetName>x_kinds</OptionSetName>" }, { name: "x_tags", type: "multiselectpicklist", part: "<OptionSetName>x_kinds</OptionSetName>" },
    { name: "x_free", type: "bit", part: "<AppDefaultValue>1</AppDefaultValue><optionset Name=\"f\"><options><option value=\"0\"/><option value=\"1\"/></options></optionset>" },
  ],
};

export const houseTable: TableXml = { name: "x_house", columns: [text("x_street")] };
export const deskTable: TableXml = { name: "x_desk", columns: [lookup("x_room"), lookup("x_keeper")] };

const kinds = `<optionsets><optionset Name="x_kinds"><options><option value="1"><labels><label description="Small" languagecode="1033"/><label description="Kicsi" languagecode="1038"/></labels></option><option value="2"/><option value="3"/></options></optionset></optionsets>`;

const relationships = [
  relationshipXml({ name: "x_account_room", from: "x_room", column: "x_Account", to: "Account" }),
  relationshipXml({ name: "x_house_room", from: "x_room", column: "x_house", to: "x_house", onDelete: "Restrict" }),
  relationshipXml({ name: "x_room_desk", from: "x_desk", column: "x_room", to: "x_room", onDelete: "Cascade" }),
  relationshipXml({ name: "x_keeper_desk", from: "x_desk", column: "x_keeper", to: "contact", onDelete: "RemoveLink" }),
  manyToManyXml("x_room_contact", "x_room", "contact"),
].join("");

/** Houses, rooms and desks: the sample package of the host's tests. */
export const roomSolution = (more: SolutionXml = {}): Uint8Array => solutionZip({
  ...more, tables: more.tables ?? [roomTable, houseTable, deskTable], relationships: `${relationships}${more.relationships ?? ""}`, more: `${kinds}${more.more ?? ""}`,
});
