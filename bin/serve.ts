// One process of the built academy; started by bin/start.ts, once or as many times as WEB_CONCURRENCY says.
import { flushCompileCache } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

type Academy = typeof import("#app/server.ts");

/** Serves until SIGTERM or SIGINT, then ends what is in flight. Returns the port and a promise of the end. */
export async function serve(): Promise<{ port: number | undefined; stop: () => Promise<void> }> {
  const academy: Academy = await import(pathToFileURL(resolve("build/server/index.js")).href);
  const running = await academy.startAcademy({ clientFolder: resolve("build/client") });
  // With NODE_COMPILE_CACHE: what was compiled is there for the next process also where this one is killed.
  flushCompileCache();
  return running;
}
