import { WebApiFault } from "../api/fault";
import { sendForText } from "../api/http";
import { loadScript } from "../xrm/libraries";
import { type PcfManifest, readManifest } from "./manifest";
import { type ControlConstructor, registeredControl } from "./registry";
import { readResx, resxLanguage } from "./resx";

/** A control ready to be made: its manifest, its class and its texts. */
export interface LoadedControl { readonly name: string; readonly manifest: PcfManifest; readonly constructor: ControlConstructor; readonly strings: ReadonlyMap<string, string> }

const loaded = new Map<string, Promise<LoadedControl>>();

/** Texts of one language; empty when the control has none in it. */
async function readStrings(root: string, manifest: PcfManifest, lcid: number): Promise<ReadonlyMap<string, string>> {
  const tables = await Promise.all(manifest.resx.filter((path) => resxLanguage(path) === lcid).map((path) => sendForText(`${root}/${path}`)));
  return new Map(tables.flatMap((table) => [...readResx(table)]));
}

function addStyleSheet(url: string): void {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = url;
  document.head.append(link);
}

async function load(name: string, lcid: number): Promise<LoadedControl> {
  const root = `/controls/${name}`;
  const manifest = readManifest(await sendForText(`${root}/ControlManifest.xml`));
  const [english, own] = await Promise.all([readStrings(root, manifest, 1033), lcid === 1033 ? new Map<string, string>() : readStrings(root, manifest, lcid)]);
  for (const path of manifest.css) addStyleSheet(`${root}/${path}`);
  for (const path of manifest.code) await loadScript(`${root}/${path}`);
  const constructor = registeredControl(manifest.constructorName);
  if (!constructor) throw new WebApiFault("PLAYER-CONTROL", `The bundle of ${name} did not register ${manifest.constructorName}.`, 0);
  return { name, manifest, constructor, strings: new Map([...english, ...own]) };
}

/** Loads a control of the package once a page: "<prefix>_<Namespace>.<Constructor>". Rejects with a coded error. */
export function loadControl(name: string, lcid: number): Promise<LoadedControl> {
  const known = loaded.get(name) ?? load(name, lcid);
  loaded.set(name, known);
  known.catch(() => loaded.delete(name));
  return known;
}
