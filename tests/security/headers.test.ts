import { readdirSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dataDir, setDatabaseUrl } from "#app/platform/env/env.server.ts";
import { createApp } from "#app/platform/http/create-app.server.ts";
import { makeLoadShedder } from "#app/platform/http/load-shedding.server.ts";
import { SESSION_COOKIE, signSessionToken } from "#app/platform/session/session-cookie.server.ts";
import { type AcademyProcess, freePort, startAcademy } from "#tests/durability/academy-process.ts";
import { createSession } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { gradeHeaders } from "./grade-headers.ts";
import { elsewhere, securityMatrix } from "./matrix.ts";
import type { Row } from "./row.ts";
import { type Role, type Scene, setScene } from "./scene.ts";
import { makeServedFiles } from "./served-files.ts";
import { walkRoutes } from "./walk-routes.ts";

const database = openTestDatabase();
let academy: AcademyProcess;
let scene: Scene;
/** Those who between them are shown every page, and are refused every page. */
const visitors = ["guest", "enrolled", "admin"] as const satisfies readonly Role[];

beforeAll(async () => {
  setDatabaseUrl(database.url);
  scene = await setScene(database.db);
  // As behind a proxy that speaks https; what is served lies where this process puts it.
  academy = await startAcademy({
    ...{ PORT: String(await freePort()), DATA_DIR: dataDir, DATABASE_URL: database.url },
    ...{ PUBLIC_URL: "https://academy.example", WORKER: "alone", WRITES_PER_MINUTE: "1000000" },
    SECURITY_CONTACT: "safety@academy.example",
  });
}, 200_000);

afterAll(async () => {
  academy.child.kill("SIGKILL");
  await academy.ended;
});

/** A session of its own for each who asks: some of what is asked ends the session. */
async function cookieOf(role: Role): Promise<string | undefined> {
  const person = scene.actors[role];
  if (!person) return undefined;
  const { session } = await createSession(database.db, person.id);
  return `__Host-${SESSION_COOKIE}=${encodeURIComponent(signSessionToken(session.token))}`;
}

type Asked = { path: string; role: Role; init?: RequestInit };

/** Asks as a browser would, on from no redirect, and says what its answer's headers lack. */
async function ask({ path, role, init = {} }: Asked): Promise<{ status: number; faults: string[] }> {
  const cookie = await cookieOf(role);
  const headers = new Headers({ accept: "text/html", origin: academy.origin, "sec-fetch-site": "same-origin" });
  if (cookie) headers.set("cookie", cookie);
  for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
  const answer = await fetch(`${academy.origin}${path}`, { ...init, headers, redirect: "manual" });
  const { byteLength: bytes } = await answer.arrayBuffer();
  const { status } = answer;
  const faults = gradeHeaders({ status, headers: answer.headers, bytes, path, signedIn: cookie !== undefined });
  return { status, faults };
}

/** The address of a row: its route's pattern filled with its params, where these are all there. */
function addressOf({ path, params = {} }: Row, pattern: string): string {
  const names = [...pattern.matchAll(/:(\w+)/g)].map(([, name = ""]) => name).filter((name) => name !== "locale");
  const { search } = new URL(path, "http://academy.example");
  if (names.length === 0 || names.some((name) => params[name] === undefined)) return path;
  const filled = pattern.replace("/:locale?", "/en").replace(/:(\w+)/g, (_, name: string) => params[name] ?? "");
  return filled + search;
}

/** What each address of some rows lacks, and from which routes something was shown. */
async function gradeRows(call: "loader" | "action", initOf: (row: Row) => RequestInit) {
  const patterns = new Map((await walkRoutes()).map(({ file, pattern }) => [file, pattern]));
  const faults = new Set<string>();
  const asked = new Set<string>();
  for (const row of securityMatrix(scene).filter((each) => each.call === call)) {
    asked.add(row.file);
    const path = addressOf(row, patterns.get(row.file) ?? "");
    const answers = await Promise.all(visitors.map((role) => ask({ path, role, init: initOf(row) })));
    for (const answer of answers)
      for (const fault of answer.faults) faults.add(`${row.file} ${answer.status}: ${fault}`);
  }
  return { faults: [...faults], asked };
}

test("every page and file of every route has the best grade for its headers, for those who may see it and who may not", async () => {
  const { faults, asked } = await gradeRows("loader", () => ({}));
  expect(faults).toEqual([]);
  const missing = (await walkRoutes()).filter(
    ({ file, module }) => module.loader !== undefined && !asked.has(file) && !elsewhere.includes(file),
  );
  expect(missing.map(({ file }) => file)).toEqual([]);
}, 180_000);

test("so has what answers a form, a player, a webhook", async () => {
  const { faults, asked } = await gradeRows("action", ({ form, json }) => ({
    method: "POST",
    body: json === undefined ? new URLSearchParams(form) : JSON.stringify(json),
  }));
  expect(faults).toEqual([]);
  expect(asked).toContain("routes/webhooks/stripe.ts");
}, 180_000);

test("so has a page's data, asked for by the client router", async () => {
  const paths = [
    "/en/courses.data",
    "/en/learn.data",
    "/en/account/security.data",
    "/en/admin.data",
    "/en/nowhere.data",
  ];
  for (const path of paths)
    for (const role of visitors) expect(await ask({ path, role }), path).toMatchObject({ faults: [] });
});

test("so has each file that people sent or took away: it opens as no page of ours", async () => {
  const served = await makeServedFiles(database.db, scene);
  for (const { path, role, file } of served) {
    expect(await ask({ path, role }), `${file} ${path}`).toEqual({ status: 200, faults: [] });
    const part = { headers: { range: "bytes=0-0" } };
    expect(await ask({ path, role, init: part }), `${file} ${path}`).toMatchObject({ faults: [] });
  }
});

test("so have scripts, styles, icons, and what is not there or not allowed", async () => {
  const files = readdirSync("build/client/assets").filter((name) => /\.(js|css|woff2)$/.test(name));
  const icons = ["/icons/icon.svg", "/away.css", "/verify-worker.js"];
  expect(files.length).toBeGreaterThan(50);
  for (const path of [...files.slice(0, 60).map((name) => `/assets/${name}`), ...icons])
    expect(await ask({ path, role: "guest" }), path).toEqual({ status: 200, faults: [] });
  for (const path of ["/assets/nowhere.js", "/nowhere", "/en/nowhere", "/.env", "/..%2f..%2fetc%2fpasswd"])
    expect(await ask({ path, role: "guest" }), path).toEqual({ status: 404, faults: [] });
  for (const path of ["/en/sign-in", "/resources/answers", "/en/account/security"]) {
    const foreign = { method: "POST", headers: { origin: "https://evil.example", "sec-fetch-site": "cross-site" } };
    expect(await ask({ path, role: "enrolled", init: foreign }), path).toEqual({ status: 403, faults: [] });
  }
});

test("a session from before cookies were bound to the host goes on under the new name, and no old name overrides it", async () => {
  const bound = (await cookieOf("enrolled")) ?? "";
  const old = bound.replace("__Host-", "__Secure-");
  const visit = (cookie: string) =>
    fetch(`${academy.origin}/en/account/security`, { headers: { accept: "text/html", cookie }, redirect: "manual" });
  const first = await visit(old);
  expect(first.status).toBe(200);
  const [renewed, forgotten] = first.headers.getSetCookie();
  expect(renewed).toMatch(/^__Host-maqdis\.session_token=.+; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
  expect(renewed?.startsWith(`${bound};`)).toBe(true);
  expect(forgotten).toMatch(/^__Secure-maqdis\.session_token=; Max-Age=0;/);
  expect((await visit(bound)).status).toBe(200);
  expect((await visit(`${bound}; __Secure-maqdis.session_token=planted`)).status).toBe(200);
  expect((await visit(`${bound.replace("__Host-", "")}`)).status).toBe(302);
});

test("so has what is put off, and what failed before any page was made", async () => {
  const parts = { findDetour: async () => undefined, directActions: {}, clientFolder: undefined };
  const build = () => Promise.reject(new Error("There is no build"));
  const late = makeLoadShedder({ findLateness: () => 60_000 });
  const usual = makeLoadShedder({ findLateness: () => 0 });
  for (const loadShedder of [late, usual]) {
    const server = createApp({ ...parts, build, loadShedder }).listen(0);
    const { port }: AddressInfo = Object(server.address());
    for (const accept of ["text/html", "application/json"]) {
      const path = "/en/courses?q=gate";
      const answer = await fetch(`http://localhost:${port}${path}`, { headers: { accept } });
      const { byteLength: bytes } = await answer.arrayBuffer();
      const { status, headers } = answer;
      expect(status).toBe(503);
      // In this process nothing says that https is spoken.
      expect(gradeHeaders({ status, headers, bytes, path, signedIn: false })).toEqual([
        "browsers are not told to come by https alone",
      ]);
    }
    server.close();
  }
});
