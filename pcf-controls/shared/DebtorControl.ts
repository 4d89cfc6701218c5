import * as React from "react";
import type { Host } from "./host";
import { toHost } from "./host";
import type { Rows } from "./rows";
import { openRows } from "./rows";
import { Themed } from "./Themed";

type View = (props: { readonly host: Host }) => React.ReactElement;

/** PCF adapter of a control about the form's debtor: hands the platform's context to a view. It is bound for its place on the form only and has no outputs. */
export abstract class DebtorControl<Inputs> implements ComponentFramework.ReactControl<Inputs, object> {
  private readonly life = new AbortController();
  private rows: Rows | null = null;

  protected constructor(private readonly view: View) {}

  public init(context: ComponentFramework.Context<Inputs>): void {
    this.rows = openRows(context.webAPI);
  }

  public updateView(context: ComponentFramework.Context<Inputs>): React.ReactElement {
    this.rows ??= openRows(context.webAPI);
    const host = toHost(context, this.rows, this.life.signal);
    return React.createElement(Themed, { host, children: React.createElement(this.view, { host }) });
  }

  public getOutputs(): object {
    return {};
  }

  public destroy(): void {
    this.life.abort();
  }
}
