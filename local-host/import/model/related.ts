import type { ManyToOne } from "../../metadata/model";
import { flagOf } from "../xml/element";
import type { Element } from "../xml/element";

const activities = [["task", "Tasks"], ["phonecall", "PhoneCalls"], ["email", "Emails"], ["letter", "Letters"]] as const;

/** The relationships to notes and activities that a table gets by its flags. */
export function relatedTables(table: string, definition: Element): readonly ManyToOne[] {
  const notes: ManyToOne = {
    schemaName: `${table}_Annotations`, referencingTable: "annotation", referencingColumn: "objectid", referencedTable: table,
    lookupNavigation: `objectid_${table}`, collectionNavigation: `${table}_Annotations`, cascadeDelete: "Cascade",
  };
  const regarding = activities.map(([activity, plural]): ManyToOne => ({
    schemaName: `${table}_${plural}`, referencingTable: activity, referencingColumn: "regardingobjectid", referencedTable: table,
    lookupNavigation: `regardingobjectid_${table}_${activity}`, collectionNavigation: `${table}_${plural}`, cascadeDelete: "Cascade",
  }));
  return [...(flagOf(definition, "HasRelatedNotes") ? [notes] : []), ...(flagOf(definition, "HasRelatedActivities") ? regarding : [])];
}
