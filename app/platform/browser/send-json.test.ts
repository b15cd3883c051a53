import { createServer } from "node:http";
import { expect, test } from "vitest";
import { sendJson } from "./send-json.ts";

/** What comes of sending to a server that answers so. */
async function sendTo(status: number, { headers = {}, body = "{}" }: { headers?: object; body?: string } = {}) {
  const server = createServer((_, response) => response.writeHead(status, { ...headers }).end(body));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  const sent = await sendJson(`http://127.0.0.1:${port}/`, "{}");
  await new Promise((resolve) => server.close(resolve));
  return { sent, port };
}

test("what the server took is given with its answer", async () => {
  expect((await sendTo(200, { body: '{"now":1}' })).sent).toEqual({ result: "taken", answer: { now: 1 } });
});

test("somebody who is signed out is to sign in, whether she is told so or sent there", async () => {
  expect((await sendTo(401)).sent).toEqual({ result: "signIn" });
  expect((await sendTo(302, { headers: { Location: "/sign-in" } })).sent).toEqual({ result: "signIn" });
});

test("what may be otherwise later is tried later: the line, the server's ills, and its asking for patience", async () => {
  for (const status of [500, 502, 503, 429, 408]) expect((await sendTo(status)).sent).toEqual({ result: "away" });
  const { port } = await sendTo(200);
  expect(await sendJson(`http://127.0.0.1:${port}/`, "{}")).toEqual({ result: "away" });
  expect((await sendTo(200, { body: "<p>A portal of the hotel" })).sent).toEqual({ result: "away" });
});

test("what the server does not take is refused", async () => {
  for (const status of [400, 403, 404, 413]) {
    expect((await sendTo(status, { body: "<p>No" })).sent).toEqual({ result: "refused", status });
    const told = { result: "refused", status, reason: { newest: 1 } };
    expect((await sendTo(status, { body: '{"newest":1}' })).sent).toEqual(told);
  }
});
