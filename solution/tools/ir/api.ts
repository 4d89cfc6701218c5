import type { ParameterType } from "../../model/manifest";
import type { Text } from "../../model/text";

/** A request parameter or response property. */
export interface ParameterIr { readonly name: string; readonly label: Text; readonly description: Text; readonly type: ParameterType; readonly optional: boolean }

export interface ApiIr {
  /** Unique name with prefix. */
  readonly id: string;
  readonly label: Text;
  readonly description: Text;
  readonly request: readonly ParameterIr[];
  readonly response: readonly ParameterIr[];
}
