import { beforeAll, expect, test } from "vitest";
import { setDatabaseUrl } from "#app/platform/env/env.server.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { callRoute } from "../act-as.ts";
import { type Scene, setScene } from "../scene.ts";
import { declaredIntents, type WalkedRoute, walkRoutes } from "../walk-routes.ts";
import type { AuditedAct } from "./audited-act.ts";
import { certificateActs } from "./certificate-acts.ts";
import { moneyActs } from "./money-acts.ts";
import { peopleActs } from "./people-acts.ts";
import { plainActs } from "./plain-acts.ts";
import { teachingActs } from "./teaching-acts.ts";

const database = openTestDatabase();
let routes: WalkedRoute[] = [];
let scene: Scene;

const audited = [...moneyActs, ...certificateActs, ...teachingActs, ...peopleActs];

beforeAll(async () => {
  setDatabaseUrl(database.url);
  routes = await walkRoutes();
  scene = await setScene(database.db);
}, 60_000);

const nameOf = (file: string) => file.replace(/^routes\/(.*)\.tsx?$/, "$1");

/** Each act that a form below /admin and /teach may ask for. */
const declaredActs = () =>
  routes
    .filter(({ file, module }) => /^routes\/(admin|teach)\//.test(file) && module.action !== undefined)
    .flatMap(({ file, module }) => declaredIntents(module.action).map((intent) => `${nameOf(file)} ${intent}`));

test("every act of admins and of those who teach is either tried for its entry in the audit log or said to need none", () => {
  const known = [...audited.map(({ act }) => act), ...Object.values(plainActs).flat()];
  expect([...known].sort()).toEqual([...new Set(known)].sort());
  expect([...known].sort()).toEqual(declaredActs().sort());
});

async function tryAct({ act, by = "admin", ask }: AuditedAct) {
  const { db } = database;
  const [file = ""] = act.split(" ");
  const route = routes.find((one) => nameOf(one.file) === file);
  const { params = {}, form } = await ask({ db, scene });
  const newest = await db.auditEntry.findFirst({ orderBy: { id: "desc" }, select: { id: true } });
  const call = { db, actor: scene.actors[by], params, path: "/", form };
  const outcome = await callRoute(route?.module.action, call);
  const entries = await db.auditEntry.findMany({
    where: newest ? { id: { gt: newest.id } } : {},
    select: { action: true, actorId: true, reason: true },
  });
  return { outcome, entries };
}

test.each(audited)("$act is written to the audit log with its reason", async (one) => {
  const { outcome, entries } = await tryAct(one);
  expect(["ok", "moved"]).toContain(outcome);
  const own = entries.find(({ action }) => action === one.writes);
  expect(own, `${outcome}, ${JSON.stringify(entries)}`).toBeDefined();
  expect(own?.actorId).toBe(scene.actors[one.by ?? "admin"]?.id);
  if (!one.reasonless) expect(own?.reason?.trim() ?? "").not.toBe("");
});

const withoutReason = audited.filter(({ reasonless }) => !reasonless);

test.each(withoutReason)("$act is refused, and nothing written, where no reason is given", async (one) => {
  const ask: AuditedAct["ask"] = async (made) => {
    const asked = await one.ask(made);
    const left = Object.entries(asked.form).filter(([name]) => !reasonFields.includes(name));
    return { ...asked, form: Object.fromEntries(left) };
  };
  const { outcome, entries } = await tryAct({ ...one, ask });
  expect(outcome).toBe("400");
  expect(entries).toEqual([]);
});

/** Where a form asks why; money that came is proven by the name that the bank or the bill gives it. */
const reasonFields = ["reason", "removalReason", "message", "reference"];
