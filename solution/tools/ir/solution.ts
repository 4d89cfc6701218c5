import type { Text } from "../../model/text";
import type { ApiIr } from "./api";
import type { Option } from "./column";
import type { GridPlaceIr, RelationshipIr, TableIr } from "./table";

export interface ChoiceIr { readonly name: string; readonly label: Text; readonly description: Text; readonly options: readonly Option[] }

export interface RoleIr { readonly id: string; readonly name: string; readonly privileges: readonly { readonly name: string; readonly level: string }[] }

export interface PermissionIr { readonly table: string; readonly column: string; readonly read: boolean; readonly create: boolean; readonly update: boolean }
export interface ProfileIr { readonly id: string; readonly name: string; readonly description: string; readonly permissions: readonly PermissionIr[] }

export interface DashboardPartIr extends GridPlaceIr { readonly key: string; readonly label: Text }
export interface DashboardIr { readonly id: string; readonly key: string; readonly label: Text; readonly description: Text; readonly parts: readonly DashboardPartIr[] }

export interface AreaIr { readonly id: string; readonly label: Text; readonly groups: readonly GroupIr[] }
export interface GroupIr { readonly id: string; readonly label: Text; readonly dashboards: readonly DashboardIr[]; readonly tables: readonly string[] }

export interface AppIr {
  readonly uniqueName: string;
  readonly label: Text;
  readonly description: Text;
  readonly tables: readonly string[];
  readonly dashboardIds: readonly string[];
  readonly roleIds: readonly string[];
  readonly areas: readonly AreaIr[];
}

export interface FlowIr { readonly id: string; readonly fileName: string; readonly label: Text; readonly content: unknown }

export interface VariableIr {
  readonly schemaName: string;
  readonly label: Text;
  readonly description: Text;
  readonly type: "text" | "yesno" | "json";
  readonly value: string;
}

export interface ConnectionIr { readonly logicalName: string; readonly label: string; readonly connector: string }

/** Everything that has texts, read from the schema and from what the rules register: the one input of the emitters. */
export interface SolutionIr {
  readonly uniqueName: string;
  readonly label: Text;
  /** Four parts: "0.1.0.0". */
  readonly version: string;
  readonly tables: readonly TableIr[];
  readonly relationships: readonly RelationshipIr[];
  readonly choices: readonly ChoiceIr[];
  readonly roles: readonly RoleIr[];
  readonly profiles: readonly ProfileIr[];
  readonly dashboards: readonly DashboardIr[];
  readonly app: AppIr;
  readonly flows: readonly FlowIr[];
  readonly variables: readonly VariableIr[];
  readonly connections: readonly ConnectionIr[];
  readonly apis: readonly ApiIr[];
}
