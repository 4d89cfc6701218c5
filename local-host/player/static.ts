import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { WebHandler, WebResponse } from "../http/contract";

const TYPES: Readonly<Record<string, string>> = { ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".txt": "text/plain; charset=utf-8" };

/** Sent with the page; the same rules stand in its meta element, which cannot forbid framing. */
export const PLAYER_POLICY = [
  "default-src 'self'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data:", "connect-src 'self'", "base-uri 'none'", "frame-ancestors 'self'",
].join("; ");

const answer = (status: number, type: string, body: string | Uint8Array): WebResponse => ({
  status, body,
  headers: { "content-type": type, "content-security-policy": PLAYER_POLICY, "x-content-type-options": "nosniff", "cache-control": "no-cache" },
});

const notFound = (path: string): WebResponse => answer(404, "text/plain; charset=utf-8", `PLAYER-404: ${path} is no part of the app player.`);

function file(dir: string, path: string): WebResponse {
  const full = join(dir, path);
  if (!/^\/player\/[\w.-]+$/.test(path) || !existsSync(full)) return notFound(path);
  return answer(200, TYPES[extname(path)] ?? "application/octet-stream", readFileSync(full));
}

function page(dir: string): WebResponse {
  const index = join(dir, "index.html");
  if (!existsSync(index)) return answer(500, "text/plain; charset=utf-8", `PLAYER-NOT-BUILT: ${index} is missing; build the player first (npm run build).`);
  return answer(200, "text/html; charset=utf-8", readFileSync(index));
}

/** Serves a built player: its page for "/" and everything under "/app", its files under "/player/". `dir` is what buildPlayer wrote. */
export function playerContent(dir: string): WebHandler {
  return ({ method, url }) => {
    const path = url.split("?")[0] ?? "/";
    if (method !== "GET" && method !== "HEAD") return answer(405, "text/plain; charset=utf-8", `PLAYER-405: ${path} can only be read.`);
    return path === "/" || path === "/app" || path.startsWith("/app/") ? page(dir) : file(dir, path);
  };
}
