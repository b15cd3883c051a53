import type { IncomingMessage, Server } from "node:http";
import type { Socket } from "node:net";
import { log } from "#app/platform/log/log.server.ts";

/** How often it is looked how far bodies have come, in milliseconds. */
const LOOK_MS = 5_000;
/** The least that must come between two looks, in bytes: a telephone on the oldest network sends ten times as much. */
const LEAST_BYTES = 1_500;

type Watched = { socket: Socket; bytes: number; looks: number };

/**
 * Ends connections on which a body trickles in, as who wants to keep them all busy sends it. One that waits for us, as
 * the disk is slow or its reader has not begun, is left alone. Costs a line of a table for each request with a body.
 */
export function endSlowBodies(server: Server, { lookMs = LOOK_MS, leastBytes = LEAST_BYTES } = {}): void {
  const coming = new Map<IncomingMessage, Watched>();
  server.prependListener("request", (request: IncomingMessage) => {
    const { headers, socket } = request;
    if (headers["transfer-encoding"] === undefined && !(Number(headers["content-length"]) > 0)) return;
    coming.set(request, { socket, bytes: socket.bytesRead, looks: 0 });
    const forget = () => coming.delete(request);
    request.once("end", forget);
    request.once("close", forget);
  });
  const timer = setInterval(() => {
    for (const [request, watched] of coming) {
      const { socket } = watched;
      const waitsForUs = request.readableLength > 0;
      const came = socket.bytesRead - watched.bytes;
      watched.bytes = socket.bytesRead;
      watched.looks += 1;
      // At the first look it has not had all the time between two.
      if (watched.looks === 1 || request.complete || waitsForUs || came >= leastBytes) continue;
      coming.delete(request);
      log.warn({ came }, "A body came too slowly; its connection was ended");
      socket.destroy();
    }
  }, lookMs);
  timer.unref();
  server.once("close", () => clearInterval(timer));
}
