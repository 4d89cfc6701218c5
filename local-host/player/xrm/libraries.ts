import { WebApiFault } from "../api/fault";

const loading = new Map<string, Promise<void>>();

/** Loads a script of our own origin once a page. Rejects with a coded error when it is missing. */
export function loadScript(url: string): Promise<void> {
  const known = loading.get(url) ?? new Promise<void>((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url;
    script.onload = () => { resolve(); };
    script.onerror = () => { loading.delete(url); script.remove(); reject(new WebApiFault("PLAYER-SCRIPT", `The script ${url} could not be loaded; is it in the package?`, 404)); };
    document.head.append(script);
  });
  loading.set(url, known);
  return known;
}

/** Address of a web resource by its name, which may be written "$webresource:name". */
export const webResource = (name: string): string => `/WebResources/${name.replace(/^\$webresource:/, "")}`;
