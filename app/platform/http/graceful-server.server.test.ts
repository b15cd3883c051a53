import express from "express";
import { expect, test } from "vitest";
import { isDraining } from "./draining.server.ts";
import { listen } from "./graceful-server.server.ts";

test("asked to stop, it says that it is not ready, serves on for a while, and then takes nothing new", async () => {
  const app = express();
  app.get("/", (_request, response) => void response.send(isDraining() ? "draining" : "ready"));
  const { port, stop } = await listen({ app, port: 0, host: "127.0.0.1", drainSeconds: 0.5 });
  const ask = () => fetch(`http://127.0.0.1:${port}/`);
  expect(await (await ask()).text()).toBe("ready");
  const stopped = stop();
  const answer = await ask();
  expect(await answer.text()).toBe("draining");
  // Whoever holds a connection is told to come back by a new one, which leads to another process.
  expect(answer.headers.get("Connection")).toBe("close");
  await stopped;
  await expect(ask()).rejects.toThrow();
});
