import { createServer, type Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Express } from "express";
import { env } from "#app/platform/env/env.server.ts";
import { log } from "#app/platform/log/log.server.ts";
import { beginDraining } from "./draining.server.ts";
import { endSlowBodies } from "./slow-bodies.server.ts";

/** How long requests in flight may take once the process was asked to stop, in milliseconds. */
const PATIENCE_MS = 7_000;

type Listening = { port: number; stop: () => Promise<void> };

type Listen = {
  app: Express;
  port: number;
  host: string;
  /** So long `stop` waits before it takes nothing new, while `/health` says that it is not ready. */
  drainSeconds?: number;
  limits?: Partial<Limits>;
};

type Limits = {
  /** So long the head of a request may take, in milliseconds. */
  headersMs: number;
  /** How often requests that take too long are looked for, in milliseconds. */
  lookMs: number;
  /** The least that must come of a body between two looks, in bytes. */
  leastBytes: number | undefined;
  maxConnections: number;
};

const usualLimits: Limits = {
  headersMs: 15_000,
  lookMs: 5_000,
  leastBytes: undefined,
  maxConnections: env.MAX_CONNECTIONS,
};

/** A server that nobody can keep busy by sending slowly, nor with more connections than it takes. */
function createGuardedServer(app: Express, limits: Limits): Server {
  const server = createServer(
    {
      // Longer than the usual 60 s of a balancer, which must be the one to close.
      keepAliveTimeout: 65_000,
      headersTimeout: limits.headersMs,
      // A part of an upload over a poor line takes minutes.
      requestTimeout: 300_000,
      connectionsCheckingInterval: limits.lookMs,
    },
    app,
  );
  server.maxConnections = limits.maxConnections;
  endSlowBodies(server, limits);
  return server;
}

/**
 * Listens. `stop` says that it is not ready, serves on for `drainSeconds`, then takes no new requests, lets those in
 * flight end, and is done in under 8 seconds more. A head that takes longer than 15 seconds, a body
 * that trickles in, and more connections than `MAX_CONNECTIONS` are ended.
 */
export async function listen({ app, port, host, drainSeconds = 0, limits = {} }: Listen): Promise<Listening> {
  let stopping = false;
  const server = createGuardedServer(app, { ...usualLimits, ...limits });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
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
