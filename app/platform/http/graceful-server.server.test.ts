import { createConnection, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import express from "express";
import { afterEach, expect, test } from "vitest";
import { listen } from "./graceful-server.server.ts";

const LOOK_MS = 150;
const limits = { headersMs: 300, lookMs: LOOK_MS, leastBytes: 100, maxConnections: 4 };
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

/** A server that reads each body to its end, or leaves it lying for `idleMs` first. */
async function open({ idleMs = 0 } = {}): Promise<number> {
  const app = express();
  app.use(async (request, response) => {
    await sleep(idleMs);
    let bytes = 0;
    request.on("data", (part: Buffer) => {
      bytes += part.length;
    });
    request.on("end", () => response.send(`${bytes} bytes`));
  });
  const server = await listen({ app, port: 0, host: "127.0.0.1", limits });
  closing.push(server.stop);
  return server.port;
}

type Line = { socket: Socket; heard: () => string; isOver: () => boolean };

function connect(port: number): Line {
  const socket = createConnection({ port, host: "127.0.0.1" });
  let heard = "";
  let over = false;
  socket.on("data", (part) => (heard += String(part)));
  socket.on("error", () => undefined);
  socket.on("close", () => (over = true));
  closing.push(async () => void socket.destroy());
  return { socket, heard: () => heard, isOver: () => over };
}

const head = (bytes: number) => `POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: ${bytes}\r\n\r\n`;

async function until(holds: () => boolean, ms = 5_000): Promise<boolean> {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(10)) if (holds()) return true;
  return false;
}

test("a head that is never finished is answered 408 and ended", async () => {
  const line = connect(await open());
  const timer = setInterval(() => line.socket.write("X-More: and more\r\n"), 50);
  line.socket.write("GET / HTTP/1.1\r\nHost: a\r\n");
  expect(await until(line.isOver)).toBe(true);
  clearInterval(timer);
  expect(line.heard()).toMatch(/^HTTP\/1\.1 408 /);
});

test("a body that trickles in is ended, and one that comes slowly but steadily is taken", async () => {
  const port = await open();
  const trickle = connect(port);
  trickle.socket.write(`${head(1_000)}a`);
  const drop = setInterval(() => trickle.socket.write("a"), 50);
  const steady = connect(port);
  steady.socket.write(head(4_000));
  let sent = 0;
  const flow = setInterval(() => {
    if (sent < 4_000) steady.socket.write("b".repeat(200));
    sent += 200;
  }, 50);
  expect(await until(trickle.isOver)).toBe(true);
  expect(trickle.heard()).toBe("");
  expect(await until(() => steady.heard().endsWith("4000 bytes"))).toBe(true);
  clearInterval(drop);
  clearInterval(flow);
});

test("a body that waits for us is not the sender's fault", async () => {
  const line = connect(await open({ idleMs: LOOK_MS * 5 }));
  line.socket.write(`${head(20)}${"c".repeat(10)}`);
  await sleep(LOOK_MS * 4);
  line.socket.write("c".repeat(10));
  expect(await until(() => line.heard().endsWith("20 bytes"))).toBe(true);
});

test("more connections than are taken are ended at once, and those that there are go on", async () => {
  const port = await open();
  const first = Array.from({ length: 4 }, () => connect(port));
  await sleep(50);
  const more = Array.from({ length: 6 }, () => connect(port));
  expect(await until(() => more.every((line) => line.isOver()))).toBe(true);
  first[0]?.socket.write(`${head(2)}ok`);
  expect(await until(() => first[0]?.heard().endsWith("2 bytes") ?? false)).toBe(true);
});
