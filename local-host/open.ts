import type { HostOptions, LocalHost } from "./host.contract";
import { createWeb } from "./http/web";
import { importSolution } from "./import/import";
import { baseline } from "./metadata/baseline/model";
import { systemUserId } from "./metadata/baseline/seed";
import { createCore } from "./service/core";
import { Organization } from "./service/organization";
import { createClock } from "./store/clock";
import { readSnapshot } from "./store/snapshot";
import { openStore } from "./store/store";
import { createLedger } from "./store/unsupported";
import { createVersions } from "./store/versions";
import { setUp } from "./set-up";

/** Opens the embedded Dataverse in a folder; makes it when it is not there. Throws 0x80048070 while another process has it open. */
export function openHost(options: HostOptions): LocalHost {
  const store = openStore(options.dataDir);
  try {
    return assembleHost(options, store);
  } catch (error) {
    store.close();
    throw error;
  }
}

function assembleHost({ plugins }: HostOptions, { engine, close }: ReturnType<typeof openStore>): LocalHost {
  const clock = createClock(engine);
  const unsupported = createLedger(engine, clock);
  const standard = baseline();
  const core = createCore({ engine, clock, versions: createVersions(engine), metadata: readSnapshot(engine) ?? standard });
  setUp(core, standard);
  const service = new Organization({ core, plugins, systemUserId });
  const inner = {
    sql: engine, service, clock, unsupported, systemUserId,
    importSolution: (zip: Uint8Array) => importSolution({ core, plugins, unsupported, changes: service.changes, systemUserId }, zip),
    onChange: service.changes.add.bind(service.changes),
    close,
  };
  return { ...inner, web: createWeb(inner) };
}
