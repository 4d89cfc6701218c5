import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LocalHost } from "../../local-host/host.contract";
import { openHost } from "../../local-host/open";
import type { PluginHost } from "../../local-host/pipeline/plugin";
import { DataverseError } from "../../local-host/service/error";

export interface HostFixture {
  readonly dataDir: string;
  readonly host: LocalHost;
  /** Closes the host and opens the same store again. */
  reopen(): LocalHost;
  remove(): void;
}

/** A host over a new folder, with the clock at 2026-11-23 08:00 UTC. */
export function openHostFixture(plugins: Readonly<Record<string, PluginHost>> = {}): HostFixture {
  const dataDir = mkdtempSync(join(tmpdir(), "local-host-"));
  let host = openHost({ dataDir, plugins });
  host.clock.set("2026-11-23T08:00:00Z");
  return {
    dataDir,
    get host() { return host; },
    reopen() {
      host.close();
      host = openHost({ dataDir, plugins });
      return host;
    },
    remove() {
      host.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The error that the work throws, for looking at its code and message. */
export function faultOf(work: () => unknown): DataverseError {
  try {
    work();
  } catch (error) {
    if (error instanceof DataverseError) return error;
    throw error;
  }
  throw new Error("expected a DataverseError, and nothing was thrown");
}

/** Code of the error that the work throws. */
export const codeOf = (work: () => unknown): string => faultOf(work).code;
