import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { startEmbeddedPostgres } from "./embedded.server.ts";

/** How often the embedded server is looked at, in milliseconds. */
const EVERY_MS = 1_000;

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    // 57P03: it is starting or stopping; 53300: too many clients, so it is there.
    return error instanceof Error && "code" in error && (error.code === "57P03" || error.code === "53300");
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Starts the embedded PostgreSQL, and again on the same port whenever it has died, until stopped.
 * Processes that hold connections reconnect by themselves.
 */
export async function keepEmbeddedPostgres({ folder, settings }: { folder: string; settings?: string[] }) {
  let postgres = await startEmbeddedPostgres({ folder, settings });
  const { url } = postgres;
  const port = Number(new URL(url).port);
  const stopping = new AbortController();
  const watching = (async () => {
    while (!stopping.signal.aborted) {
      await sleep(EVERY_MS, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
      if (stopping.signal.aborted || (await answers(url))) continue;
      postgres = await startEmbeddedPostgres({ folder, settings, port }).catch(() => postgres);
    }
  })();
  const stop = async () => {
    stopping.abort();
    await watching;
    await postgres.stop();
  };
  return { url, stop };
}
