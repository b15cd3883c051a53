import type { Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Express } from "express";
import { log } from "#app/platform/log/log.server.ts";
import { beginDraining } from "./draining.server.ts";

/** How long requests in flight may take once the process was asked to stop, in milliseconds. */
const PATIENCE_MS = 7_000;

type Listening = { port: number; stop: () => Promise<void> };

type Listen = {
  app: Express;
  port: number;
  host: string;
  /** So long `stop` waits before it takes nothing new, while `/health` says that it is not ready. */
  drainSeconds?: number;
};

/**
 * Listens. `stop` says that it is not ready, serves on for `drainSeconds`, then takes no new requests, lets those in
 * flight end, and is done in under 8 seconds more.
 */
export async function listen({ app, port, host, drainSeconds = 0 }: Listen): Promise<Listening> {
  let stopping = false;
  const server: Server = await new Promise((resolve, reject) => {
    const starting = app.listen(port, host, (error) => (error ? reject(error) : resolve(starting)));
  });
  // Longer than the usual 60 s of a balancer, which must be the one to close.
  server.keepAliveTimeout = 65_000;
  // A part of an upload over a poor line takes minutes.
  server.requestTimeout = 300_000;
  server.prependListener("request", (_request, response) => {
    if (stopping) response.setHeader("Connection", "close");
  });

  const stop = async () => {
    stopping = true;
    beginDraining();
    await sleep(drainSeconds * 1_000);
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const timer = setTimeout(() => {
      log.warn("Requests in flight took too long; closing their connections");
      server.closeAllConnections();
    }, PATIENCE_MS);
    await closed;
    clearTimeout(timer);
  };
  const address = server.address();
  return { port: address && typeof address === "object" ? address.port : port, stop };
}
