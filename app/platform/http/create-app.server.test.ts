import { mkdir } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { ServerBuild } from "react-router";
import { expect, test } from "vitest";
import { setDatabaseUrl } from "#app/platform/env/env.server.ts";
import { temporaryFolder } from "#tests/factories/package.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { createApp } from "./create-app.server.ts";

const database = openTestDatabase();

const build: ServerBuild = {
  entry: {
    module: {
      default: (request) => new Response(request.method, { headers: { "X-Same-For-Guests": "1" } }),
    },
  },
  routes: { root: { id: "root", path: "/:locale?", module: { default: () => null } } },
  assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "1" },
  publicPath: "/",
  assetsBuildDirectory: "",
  future: {},
  ssr: true,
  isSpaMode: false,
  prerender: [],
  routeDiscovery: { mode: "initial", manifestPath: "/__manifest" },
};

test("who asks for the head of a page leaves no empty page to the guests after", async () => {
  setDatabaseUrl(database.url);
  const clientFolder = await temporaryFolder();
  await mkdir(join(clientFolder, "assets"));
  const app = createApp({
    build: async () => build,
    clientFolder,
    findDetour: async () => undefined,
    directActions: {},
  });
  const server = app.listen(0);
  try {
    const { port }: AddressInfo = Object(server.address());
    const head = await fetch(`http://localhost:${port}/en`, { method: "HEAD" });
    const page = await fetch(`http://localhost:${port}/en`);
    expect(await page.text()).toBe("GET");
    expect(head.headers.get("ETag")).toBe(page.headers.get("ETag"));
  } finally {
    server.close();
  }
});
