import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { ServerBuild } from "react-router";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setDatabaseUrl } from "#app/platform/env/env.server.ts";
import { SESSION_COOKIE } from "#app/platform/session/session-cookie.server.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { createApp } from "./create-app.server.ts";
import { declareAction } from "./declare-route.server.ts";
import { isShed, makeLoadShedder, worthOf } from "./load-shedding.server.ts";

const database = openTestDatabase();
const MAX_IN_FLIGHT = 8;
let lateMs = 0;
let origin = "";
let close = () => {};

/** What pages of courses wait for before they are made. */
let gate: Promise<void> = Promise.resolve();

/** Pages that can be remembered for guests. */
const build: ServerBuild = {
  entry: {
    module: {
      default: async (request) => {
        if (request.url.includes("/courses")) await gate;
        return new Response(request.method, { headers: { "X-Same-For-Guests": "1" } });
      },
    },
  },
  routes: { root: { id: "root", path: "*", module: { default: () => null, action: () => null } } },
  assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "1" },
  publicPath: "/",
  assetsBuildDirectory: "",
  future: {},
  ssr: true,
  isSpaMode: false,
  prerender: [],
  routeDiscovery: { mode: "initial", manifestPath: "/__manifest" },
};

beforeAll(async () => {
  setDatabaseUrl(database.url);
  const clientFolder = mkdtempSync(join(tmpdir(), "maqdis-client-"));
  mkdirSync(join(clientFolder, "assets"));
  writeFileSync(join(clientFolder, "away.css"), "body { margin: auto }");
  const save = declareAction({ access: "anyone", act: () => Response.json({ saved: true }) });
  const app = createApp({
    build: async () => build,
    clientFolder,
    findDetour: async () => undefined,
    directActions: { "/resources/answers": save },
    loadShedder: makeLoadShedder({ maxInFlight: MAX_IN_FLIGHT, findLateness: () => lateMs }),
  });
  const server = app.listen(0);
  const { port }: AddressInfo = Object(server.address());
  origin = `http://localhost:${port}`;
  close = () => {
    server.close();
    rmSync(clientFolder, { recursive: true });
  };
});
afterAll(() => close());

const cookie = `${SESSION_COOKIE}=somebody`;
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${origin}${path}`, { headers: { accept: "text/html", ...headers }, redirect: "manual" });
const post = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${origin}${path}`, { method: "POST", body: new URLSearchParams(), headers: { origin, ...headers } });

const worth = (method: string, url: string, signedIn = false) =>
  worthOf({ method, url, path: url.split("?")[0] ?? "", headers: signedIn ? { cookie } : {} });

test.each([
  ["GET", "/health", "vital"],
  ["GET", "/metrics", "vital"],
  ["GET", "/en/sign-in", "vital"],
  ["POST", "/en/sign-in/code.data", "vital"],
  ["POST", "/webhooks/stripe", "vital"],
  ["POST", "/resources/answers", "vital"],
  ["POST", "/resources/beats", "vital"],
  ["GET", "/ar/learn/walls/quiz/attempts/1", "vital"],
  ["POST", "/learn/walls/quiz/attempts/1.data?index", "vital"],
  ["POST", "/en/learn/walls", "write"],
  ["POST", "/en/learn/answers", "write"],
  ["GET", "/en/learn/walls", "read"],
  ["GET", "/en/teach/walls/learners.csv", "spare"],
  ["GET", "/en/teach/walls/export", "spare"],
  ["GET", "/certificates/1.pdf", "spare"],
  ["GET", "/en/courses?q=walls", "spare"],
  ["GET", "/en/courses?q=", "read"],
])("%s %s of somebody signed in is %s", (method, url, expected) => {
  expect(worth(method, url, true)).toBe(expected);
});

test("a guest's page is the first to wait, and signing in never is", () => {
  expect(worth("GET", "/en/courses")).toBe("spare");
  expect(worth("GET", "/en/sign-in")).toBe("vital");
});

test("the least needed goes first, by requests in flight and by how late the event loop is", () => {
  const shedAt = (load: { inFlight: number; lateMs: number }) =>
    (["spare", "read", "write", "vital"] as const).filter((one) => isShed(one, load, 100));
  expect(shedAt({ inFlight: 49, lateMs: 240 })).toEqual([]);
  expect(shedAt({ inFlight: 50, lateMs: 0 })).toEqual(["spare"]);
  expect(shedAt({ inFlight: 0, lateMs: 250 })).toEqual(["spare"]);
  expect(shedAt({ inFlight: 100, lateMs: 0 })).toEqual(["spare", "read"]);
  expect(shedAt({ inFlight: 0, lateMs: 10_000 })).toEqual(["spare", "read", "write"]);
});

test("in a flood guests are put off in their language, and health, signing in and saving answers go on", async () => {
  let open = () => {};
  gate = new Promise((resolve) => {
    open = resolve;
  });
  let over = 0;
  const flood = Array.from({ length: 60 }, async (_, i) => {
    const answer = await get(`/fr/courses?page=${i}`);
    over += 1;
    return answer;
  });
  while (over < 56) await sleep(10);
  const vital = await Promise.all([
    get("/health"),
    get("/en/sign-in"),
    post("/resources/answers", { cookie }),
    post("/en/learn/walls/quiz/attempts/1", { cookie }),
  ]);
  expect(vital.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  open();
  const answers = await Promise.all(flood);
  const putOff = answers.filter(({ status }) => status === 503);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(MAX_IN_FLIGHT / 2);
  expect(putOff).toHaveLength(56);
  const [first] = putOff;
  expect(Number(first?.headers.get("Retry-After"))).toBeGreaterThanOrEqual(5);
  expect(first?.headers.get("Cache-Control")).toBe("no-store");
  expect(await first?.text()).toContain("L’académie est très fréquentée en ce moment");
  expect((await get("/fr/courses?page=after")).status).toBe(200);
});

test("a page that is remembered is given in a flood too, and one that is not waits", async () => {
  expect((await get("/en/programmes/remembered")).status).toBe(200);
  lateMs = 5_000;
  try {
    expect((await get("/en/programmes/remembered")).status).toBe(200);
    expect((await get("/en/programmes/another")).status).toBe(503);
    expect((await get("/en/learn", { cookie })).status).toBe(503);
    // The page that says so is drawn by it.
    expect((await get("/away.css", { cookie })).status).toBe(200);
    const data = await get("/en/learn.data", { cookie });
    expect([data.status, await data.json()]).toEqual([503, { code: "busy" }]);
    expect((await post("/resources/answers", { cookie })).status).toBe(200);
  } finally {
    lateMs = 0;
  }
  expect((await get("/en/learn", { cookie })).status).toBe(200);
});
