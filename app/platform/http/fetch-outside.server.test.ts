import { createServer, type RequestListener } from "node:http";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { fetchOutside, type OutsideOptions } from "./fetch-outside.server.ts";

type Looked = (name: string) => Promise<{ address: string; family: number }[]>;
const looked = vi.hoisted(() => vi.fn<Looked>());
vi.mock("node:dns/promises", () => ({ lookup: looked }));

/** What a name stands for, one time after the other. */
function resolveTo(...answers: string[][]): void {
  looked.mockReset();
  for (const addresses of answers)
    looked.mockImplementationOnce(async () => addresses.map((address) => ({ address, family: 4 })));
}

const asked: { url: string; headers: Record<string, unknown> }[] = [];
const answers: Record<string, RequestListener> = {
  "/page": (_, response) => response.setHeader("Content-Type", "text/plain").end("here"),
  "/long": (_, response) => response.end("x".repeat(5_000)),
  "/endless": (_, response) => {
    const more = setInterval(() => response.write("x".repeat(1_000)), 1);
    response.on("close", () => clearInterval(more));
  },
  "/slow": (_, response) => void response.write("a"),
  "/onwards": (_, response) => response.writeHead(302, { Location: "http://inside.example/page" }).end(),
};
const server = createServer((request, response) => {
  asked.push({ url: request.url ?? "", headers: request.headers });
  answers[request.url ?? ""]?.(request, response);
});
let port = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  port = typeof address === "object" && address ? String(address.port) : "";
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked.length = 0;
});

/** As if 127.0.0.1 were on the public internet. */
const ask = (path: string, options: OutsideOptions = {}) =>
  fetchOutside(`http://rebound.example:${port}${path}`, {
    ...{ ports: [port], mayAsk: (ip) => ip === "127.0.0.1", timeoutMs: 1_000, maxBytes: 1_000 },
    ...options,
  });

test("what is asked for comes with its status and body, and nothing of ours goes with the question", async () => {
  resolveTo(["127.0.0.1"]);
  const answer = await ask("/page");
  expect("failure" in answer ? answer : [answer.status, String(answer.body)]).toEqual([200, "here"]);
  const headers = asked[0]?.headers ?? {};
  expect(Object.keys(headers).sort()).toEqual(["accept", "accept-encoding", "connection", "host", "user-agent"]);
  expect(headers.host).toBe(`rebound.example:${port}`);
});

test("a name is looked up once, and the address that was examined is the one that is asked", async () => {
  resolveTo(["127.0.0.1"], ["169.254.169.254"]);
  expect(await ask("/page")).toMatchObject({ status: 200 });
  expect(looked).toHaveBeenCalledOnce();
});

test("a name that stands for a house's own address besides a public one is not asked", async () => {
  resolveTo(["127.0.0.1", "10.0.0.7"]);
  expect(await ask("/page")).toEqual({ failure: "notPublic" });
  expect(asked).toEqual([]);
});

test("a redirect is examined as the first address was", async () => {
  resolveTo(["127.0.0.1"], ["192.168.1.1"]);
  expect(await ask("/onwards")).toEqual({ failure: "notPublic" });
  resolveTo(["127.0.0.1"]);
  expect(await ask("/onwards", { follow: false })).toMatchObject({ status: 302 });
});

test("no more is read than was said, nor for longer", async () => {
  resolveTo(["127.0.0.1"], ["127.0.0.1"], ["127.0.0.1"], ["127.0.0.1"]);
  expect(await ask("/long")).toEqual({ failure: "tooLarge" });
  expect(await ask("/endless")).toEqual({ failure: "tooLarge" });
  expect(await ask("/slow", { timeoutMs: 300 })).toEqual({ failure: "timeout" });
  const unread = await ask("/endless", { maxBytes: 0 });
  expect("failure" in unread ? unread : [unread.status, unread.body.length]).toEqual([200, 0]);
});

test("a name that never resolves is given up in time", async () => {
  looked.mockReset();
  looked.mockImplementation(() => new Promise(() => {}));
  expect(await ask("/page", { timeoutMs: 200 })).toEqual({ failure: "timeout" });
});
