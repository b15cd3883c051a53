import { beforeAll, expect, test } from "vitest";
import { setDatabaseUrl } from "#app/platform/env/env.server.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { callRoute, type Outcome } from "./act-as.ts";
import { elsewhere, securityMatrix } from "./matrix.ts";
import type { Row } from "./row.ts";
import { roles, type Scene, setScene } from "./scene.ts";
import { walkRoutes } from "./walk-routes.ts";

const database = openTestDatabase();
// The acts on the hot path reach the process's own connections.
beforeAll(() => setDatabaseUrl(database.url));

const letters: Record<string, string> = {
  ok: "o",
  signIn: "s",
  moved: "m",
  hidden: "-",
  "400": "b",
  "409": "c",
  "403": "d",
};
const letterOf = (outcome: Outcome) => letters[outcome] ?? outcome;

async function outcomesOf(row: Row, { scene, module }: { scene: Scene; module: Record<string, unknown> }) {
  let got = "";
  for (const role of roles) {
    const { path, params = {}, form, json } = row;
    const call = { db: database.db, actor: scene.actors[role], params, path, form, json };
    got += letterOf(await callRoute(module[row.call], call));
  }
  return got;
}

const nameOf = ({ file, call, what }: Row) => [file, call, what].filter(Boolean).join(" · ");

test("each role gets from each route what the matrix says, and nothing more", async () => {
  const scene = await setScene(database.db);
  const modules = new Map((await walkRoutes()).map(({ file, module }) => [file, module]));
  const got: Record<string, string> = {};
  const wanted: Record<string, string> = {};
  for (const row of securityMatrix(scene)) {
    wanted[nameOf(row)] = row.gets;
    got[nameOf(row)] = await outcomesOf(row, { scene, module: modules.get(row.file) ?? {} });
  }
  expect(got).toEqual(wanted);
}, 120_000);

test("every loader and action of every route stands in the matrix", async () => {
  const rows = securityMatrix(await setScene(database.db)).map(({ file, call }) => `${file} ${call}`);
  const missing = (await walkRoutes()).flatMap(({ file, module }) =>
    ["loader", "action"]
      .filter((call) => module[call] !== undefined && !elsewhere.includes(file))
      .map((call) => `${file} ${call}`)
      .filter((name) => !rows.includes(name)),
  );
  expect(missing).toEqual([]);
});
