import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { writeMetrics } from "#app/platform/metrics/gather-processes.server.ts";
import { mayReadMetrics } from "#app/platform/metrics/metrics-access.server.ts";
import { beginDraining } from "./draining.server.ts";
import { checkHealth } from "./health.server.ts";

type Answer = { status: number; type: string; text: string };

const json = (status: number, body: object): Answer => ({
  status,
  type: "application/json",
  text: JSON.stringify(body),
});
const NOTHING: Answer = { status: 404, type: "text/plain", text: "Not found\n" };

async function answer({ url, headers }: IncomingMessage): Promise<Answer> {
  const { pathname } = new URL(url ?? "/", "http://worker");
  // It asks no database: a process is not started anew because that is away.
  if (pathname === "/health/live") return json(200, { alive: true });
  if (pathname === "/health") {
    const health = await checkHealth();
    return json(health.ready ? 200 : 503, health);
  }
  const isShown = mayReadMetrics({ actor: null, authorization: headers.authorization ?? null });
  if (pathname !== "/metrics" || !isShown) return NOTHING;
  return { status: 200, ...(await writeMetrics()) };
}

/**
 * A port for a process that takes jobs and serves no pages: `/health/live`, `/health` and `/metrics` as they are
 * elsewhere, and nothing else. `stop` says that it is no longer ready, and closes it.
 */
export async function openWorkerPort({ port, host }: { port: number; host: string }) {
  const send = async (request: IncomingMessage, response: ServerResponse) => {
    const { status, type, text } = request.method === "GET" ? await answer(request) : NOTHING;
    response.writeHead(status, { "Content-Type": type, "Cache-Control": "no-store" }).end(text);
  };
  const server = createServer((request, response) => {
    send(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const stop = async () => {
    beginDraining();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { stop };
}
