import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RouteConfigEntry } from "@react-router/dev/routes";
import type { ServerBuild } from "react-router";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "#app/platform/http/create-app.server.ts";
import { SESSION_COOKIE } from "#app/platform/session/session-cookie.server.ts";
import routeConfig from "#app/routes.ts";

/** Whatever gets past the guards. */
let reached: string[] = [];
const build: ServerBuild = {
  entry: { module: { default: () => new Response("reached") } },
  routes: { root: { id: "root", path: "*", module: { default: () => null } } },
  assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "1" },
  publicPath: "/",
  assetsBuildDirectory: "",
  future: {},
  ssr: true,
  isSpaMode: false,
  prerender: [],
  routeDiscovery: { mode: "initial", manifestPath: "/__manifest" },
};

function pathsOf(entries: RouteConfigEntry[], parent: string): string[] {
  return entries.flatMap(({ path, children }) => {
    const whole = path ? `${parent}/${path}` : parent;
    return [whole, ...pathsOf(children ?? [], whole)];
  });
}

/** Every address of the product, with something in the place of each part that varies. */
const paths = async () => [
  ...new Set(
    pathsOf(await routeConfig, "").map((path) =>
      path.replace("/:locale?", "/en").replace(/:\w+/g, "x").replace("*", "nowhere"),
    ),
  ),
];

const direct = ["/resources/answers", "/resources/attempts", "/resources/beats", "/resources/completions"];
const clientFolder = mkdtempSync(join(tmpdir(), "maqdis-client-"));
let origin = "";
let close = () => {};

beforeAll(async () => {
  mkdirSync(join(clientFolder, "assets"));
  const act = async () => {
    reached.push("direct");
    return new Response("reached");
  };
  const app = createApp({
    build: async () => {
      reached.push("pages");
      return build;
    },
    clientFolder,
    findDetour: async () => undefined,
    directActions: Object.fromEntries(direct.map((path) => [path, act])),
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

async function send(path: string, { method = "POST", headers }: { method?: string; headers: Record<string, string> }) {
  const answer = await fetch(`${origin}${path}`, { method, headers: { cookie, ...headers }, body: "a=b" });
  await answer.arrayBuffer();
  return answer.status;
}

const elsewhere: Record<string, string>[] = [
  { "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": "same-site", origin: "https://other.academy.example" },
  { origin: "https://evil.example" },
  { origin: "null" },
];

test("no address of the product takes what another site sends in a person's name, but for signed webhooks", async () => {
  reached = [];
  const taken: string[] = [];
  for (const path of await paths()) {
    if (path.startsWith("/webhooks/")) continue;
    const statuses = await Promise.all(elsewhere.map((headers) => send(path, { headers })));
    if (statuses.some((status) => status !== 403)) taken.push(`${path}: ${statuses.join()}`);
  }
  expect(taken).toEqual([]);
  expect(reached).toEqual([]);
});

test("nor by another method, nor as the data of a page", async () => {
  for (const method of ["PUT", "PATCH", "DELETE"])
    expect(await send("/resources/uploads/x", { method, headers: { "sec-fetch-site": "cross-site" } })).toBe(403);
  expect(await send("/en/account/security.data", { headers: { origin: "https://evil.example" } })).toBe(403);
  expect(await send("/%72esources/answers", { headers: { origin: "https://evil.example" } })).toBe(403);
  expect(await send("//webhooks/stripe", { headers: { origin: "https://evil.example" } })).toBe(403);
});
