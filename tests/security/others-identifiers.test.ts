import { randomInt, randomUUID } from "node:crypto";
import { beforeAll, expect, test, vi } from "vitest";
import { drawSerial, writeSerial } from "#app/features/certificate/serial.ts";
import { setDatabaseUrl } from "#app/platform/env/env.server.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { answerOf, callRoute } from "./act-as.ts";
import { securityMatrix } from "./matrix.ts";
import type { Row } from "./row.ts";
import { type Role, roles, type Scene, setScene } from "./scene.ts";
import { type WalkedRoute, walkRoutes } from "./walk-routes.ts";

// More is asked here than a person may in a minute.
vi.mock("#app/platform/http/count-write.server.ts", () => ({ countWrite: () => undefined }));

const database = openTestDatabase();
beforeAll(() => setDatabaseUrl(database.url));

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;
const SERIAL = /\b[2-9A-HJ-NP-TV-Z]{4}(?:-[2-9A-HJ-NP-TV-Z]{4}){3}\b/g;

/** Those who have nothing to do with her, nor with her course. */
const others = ["guest", "otherLearner", "otherInstructor"] as const satisfies readonly Role[];

/** Whoever has the serial may ask whether a certificate holds; what it says of her is not among it. */
const PUBLIC = ["routes/public/certificate.tsx", "routes/public/standing.ts"];

/** Parts of addresses that are names and not identifiers: there a few are enough. */
const NAMED = ["course", "lesson", "language", "kind", "slug", "slot", "number", "part", "name", "step", "handle"];

/** Everything by which something can be asked for that a person's own pages hold. */
async function seenBy(role: Role, given: { scene: Scene; rows: readonly Row[]; modules: Modules }) {
  const { scene, rows, modules } = given;
  const seen = new Set<string>();
  for (const { file, path, params = {}, gets } of rows) {
    if (gets[roles.indexOf(role)] !== "o" || gets.length !== roles.length) continue;
    const call = { db: database.db, actor: scene.actors[role], params, path };
    const answer = await answerOf(modules.get(file)?.loader, call);
    if (answer instanceof Response) continue;
    const text = JSON.stringify(answer, (_, value) => (typeof value === "bigint" ? `${value}` : value)) ?? "";
    for (const found of [...text.matchAll(UUID), ...text.matchAll(SERIAL)]) seen.add(found[0]);
  }
  return seen;
}

type Modules = Map<string, Record<string, unknown>>;
type Try = { file: string; call: "loader" | "action"; param: string; params: Record<string, string>; path: string };

const namesIn = (pattern: string) =>
  [...pattern.matchAll(/:(\w+)/g)].map(([, name = ""]) => name).filter((name) => name !== "locale");

/** Every place of an address into which something could be put, the others filled as the matrix fills them. */
function placesIn(routes: readonly WalkedRoute[], rows: readonly Row[]): Try[] {
  return routes.flatMap(({ file, pattern, module }) => {
    const known = rows.find((row) => row.file === file && row.params !== undefined);
    const names = namesIn(pattern);
    const params = { ...Object.fromEntries(names.map((name) => [name, "nothing"])), ...known?.params };
    const calls = (["loader", "action"] as const).filter((call) => module[call] !== undefined);
    return calls.flatMap((call) => names.map((param) => ({ file, call, param, params, path: "/nothing" })));
  });
}

const isSerial = (identifier: string) => !identifier.match(UUID);
const unknown = (like: string) => (isSerial(like) ? writeSerial(drawSerial(randomInt)) : randomUUID());

test("nothing that one person has opens to another who knows its identifier, and nobody learns that it exists", {
  timeout: 180_000,
}, async () => {
  const { db } = database;
  const scene = await setScene(db);
  const userId = scene.actors.enrolled?.id ?? "";
  const ready = { state: "ready" as const, bytes: 1, readyAt: new Date(), expiresAt: new Date(Date.now() + 9e7) };
  await db.dataExport.create({ data: { userId, locale: "en", ...ready } });
  const routes = await walkRoutes();
  const modules: Modules = new Map(routes.map(({ file, module }) => [file, module]));
  const rows = securityMatrix(scene);
  const pages = { scene, modules, rows: rows.filter(({ call }) => call === "loader") };
  const hers = await seenBy("enrolled", pages);
  for (const identifier of [scene.answerFileId, scene.sessionId, scene.groupId, scene.hiddenSerial])
    hers.add(identifier);
  for (const role of others) for (const identifier of await seenBy(role, pages)) hers.delete(identifier);
  // What her pages hold by itself: her place, her attempt, her archive, her certificate.
  expect(hers.size).toBeGreaterThan(5);
  expect([...hers]).toEqual(expect.arrayContaining([scene.enrolmentId, scene.attemptId, scene.hiddenSerial]));

  const outcome = async ({ file, call, param, params, path }: Try, role: Role, identifier: string) => {
    if (isSerial(identifier)) await db.rateLimit.deleteMany();
    const asked = { db, actor: scene.actors[role], params: { ...params, [param]: identifier }, path };
    return callRoute(modules.get(file)?.[call], call === "action" ? { ...asked, form: {} } : asked);
  };
  const opened: string[] = [];
  const tryPlace = async (place: Try, role: Role) => {
    // A guest is turned away before anything is looked up, whatever she asks for.
    const few = role === "guest" || NAMED.includes(place.param);
    const tried = few ? [scene.attemptId, scene.hiddenSerial] : hers;
    const uuid = await outcome(place, role, unknown(scene.enrolmentId));
    const serial = await outcome(place, role, unknown(scene.hiddenSerial));
    for (const identifier of tried) {
      const [got, wanted] = [await outcome(place, role, identifier), isSerial(identifier) ? serial : uuid];
      if (got !== wanted) opened.push(`${place.file} ${place.call} :${place.param} as ${role}: ${got}, not ${wanted}`);
    }
  };
  for (const place of placesIn(routes, rows).filter(({ file }) => !PUBLIC.includes(file))) {
    await Promise.all(others.map((role) => tryPlace(place, role)));
  }
  expect([...new Set(opened)]).toEqual([]);
});
