import * as React from "react";
import type { Host } from "../shared/host";
import { toHost } from "../shared/host";
import type { Rows } from "../shared/rows";
import { openRows } from "../shared/rows";
import { Themed } from "../shared/Themed";
import type { IInputs, IOutputs } from "./generated/ManifestTypes";
import { PromiseView } from "./PromiseView";

/** PCF adapter: hands the platform's context to the view. It writes rows of its own table and is bound for its place on the form only. */
export class PromiseToPay implements ComponentFramework.ReactControl<IInputs, IOutputs> {
  private readonly life = new AbortController();
  private rows: Rows | null = null;

  public init(context: ComponentFramework.Context<IInputs>): void {
    this.rows = openRows(context.webAPI);
  }

  public updateView(context: ComponentFramework.Context<IInputs>): React.ReactElement {
    this.rows ??= openRows(context.webAPI);
    const host: Host = toHost(context, this.rows, this.life.signal);
    return React.createElement(Themed, { host, children: React.createElement(PromiseView, { host }) });
  }

  public getOutputs(): IOutputs {
    return {};
  }

  public destroy(): void {
    this.life.abort();
  }
}
