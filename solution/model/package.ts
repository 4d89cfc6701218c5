import type { Manifest } from "./manifest";

/** A file that becomes a web resource. */
export interface WebResource {
  /** Full name with prefix: "duly_/rules/bundle.js". */
  readonly name: string;
  readonly displayName: string;
  readonly kind: "html" | "css" | "js" | "png" | "svg" | "resx";
  readonly content: Uint8Array;
}

/** A built PCF control: the files of its out folder by relative path ("ControlManifest.xml", "bundle.js", "strings/X.1033.resx"). */
export interface Control {
  /** "duly_Duly.PromiseToPay" */
  readonly name: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** The C# host of the rules: how steps and custom APIs name its types, and in which form it is inside the package. */
export type PluginHost = {
  /** "Duly.TsHost, Version=…, Culture=neutral, PublicKeyToken=…" */
  readonly fullName: string;
} & (
  /** A classic assembly; without its bytes the package imports into the local host only, which runs the rules itself. */
  | { readonly form: "assembly"; readonly dll: Uint8Array | null }
  | { readonly form: "package"; readonly dll: Uint8Array; readonly notices: string }
);

/** Everything that goes into a package beside the schema itself. */
export interface PackageParts {
  readonly version: string;
  readonly manifest: Manifest;
  readonly webResources: readonly WebResource[];
  readonly controls: readonly Control[];
  readonly host: PluginHost;
  /** Values computed at build time: schema name of an environment variable -> its value ("duly_rules"). */
  readonly environment: Readonly<Record<string, string>>;
}

/** What `pac solution import --settings-file` takes. */
export interface DeploymentSettings {
  readonly EnvironmentVariables: readonly { readonly SchemaName: string; readonly Value: string }[];
  readonly ConnectionReferences: readonly { readonly LogicalName: string; readonly ConnectionId: string; readonly ConnectorId: string }[];
}

/** A packed solution. All maps and bytes are deterministic: the same parts give the same bytes. */
export interface PackedSolution {
  /** SolutionPackager folder: relative path -> content. */
  readonly folder: ReadonlyMap<string, Uint8Array>;
  readonly unmanaged: Uint8Array;
  readonly managed: Uint8Array;
  /** What an administrator fills in for an unattended import. */
  readonly settings: DeploymentSettings;
}
