import { beforeAll, expect, test } from "vitest";
import type { Person } from "#app/platform/access/actor.ts";
import { setDatabaseUrl } from "#app/platform/env/env.server.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { dumpTables } from "#tests/setup/dump-tables.ts";
import { callRoute } from "./act-as.ts";
import { securityMatrix } from "./matrix.ts";
import { type Scene, setScene } from "./scene.ts";
import { walkRoutes } from "./walk-routes.ts";

const database = openTestDatabase();
beforeAll(() => setDatabaseUrl(database.url));

/** What the academy counts and keeps for itself, whoever asks: a document once set, a key once made. */
const ITS_OWN = /RateLimit|graphile_worker|CertificateFile|IssuerKey|AuditEntry/;

/** The acts that stay open: ending the look, leaving, and how this device shows the academy. */
const OPEN = ["routes/account/viewing.ts", "routes/account/sign-out.ts", "routes/resources/preferences.ts"];

async function state() {
  const tables = Object.entries(await dumpTables(database.connections));
  return Object.fromEntries(tables.filter(([name]) => !ITS_OWN.test(name)));
}

/** The admin of the scene, who looks at the academy as one of the others. */
function looking(scene: Scene, role: "enrolled" | "instructor"): Person {
  const [seen, admin] = [scene.actors[role], scene.actors.admin];
  if (!seen || !admin) throw new Error("The scene lacks its people");
  const until = new Date(Date.now() + 600_000);
  return { ...seen, sessionId: admin.sessionId, viewedBy: { id: admin.id, name: admin.name, until } };
}

async function callAll(scene: Scene, call: "loader" | "action", actor: Person) {
  const modules = new Map((await walkRoutes()).map(({ file, module }) => [file, module]));
  const outcomes: { name: string; outcome: string }[] = [];
  for (const { file, what = "", path, params = {}, form, json, ...row } of securityMatrix(scene)) {
    if (row.call !== call || OPEN.includes(file)) continue;
    const asked = { db: database.db, actor, params, path, form, json };
    outcomes.push({ name: `${file} ${what}`, outcome: await callRoute(modules.get(file)?.[call], asked) });
  }
  return outcomes;
}

test.each(["enrolled", "instructor"] as const)(
  "who looks as somebody %s can call no action of any route, and nothing changes",
  async (role) => {
    const scene = await setScene(database.db);
    const before = await state();
    const outcomes = await callAll(scene, "action", looking(scene, role));
    expect(outcomes.length).toBeGreaterThan(200);
    expect(outcomes.filter(({ outcome }) => outcome !== "403")).toEqual([]);
    expect(await state()).toEqual(before);
  },
  60_000,
);

test.each(["enrolled", "instructor"] as const)(
  "looking at every page of somebody %s leaves no trace of her being there",
  async (role) => {
    const scene = await setScene(database.db);
    const actor = looking(scene, role);
    const before = await state();
    const outcomes = await callAll(scene, "loader", actor);
    expect(outcomes.filter(({ outcome }) => outcome === "ok").length).toBeGreaterThan(30);
    expect(await state()).toEqual(before);
    // What was taken away as a table is written down as the admin's own act.
    expect(await database.db.auditEntry.count({ where: { actorId: actor.id } })).toBe(0);
  },
  60_000,
);

test("her secrets stay hidden, and the rooms of admins too", async () => {
  const scene = await setScene(database.db);
  const actor = looking(scene, "enrolled");
  const modules = new Map((await walkRoutes()).map(({ file, module }) => [file, module]));
  const look = (file: string, path: string) =>
    callRoute(modules.get(file)?.loader, { db: database.db, actor, params: {}, path });
  expect(await look("routes/account/profile.tsx", "/account/profile")).toBe("ok");
  expect(await look("routes/account/security.tsx", "/account/security")).toBe("hidden");
  expect(await look("routes/account/security.tsx", "/en/account/security.data")).toBe("hidden");
  expect(await look("routes/account/billing.tsx", "/account/billing")).toBe("hidden");
  expect(await look("routes/account/groups.tsx", "/account/groups")).toBe("hidden");
  expect(await look("routes/admin/people.tsx", "/admin/people")).toBe("hidden");
});
