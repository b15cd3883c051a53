import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { setDatabaseUrl } from "#app/platform/env/env.server.ts";
import { action as securityAction } from "#app/routes/account/security.tsx";
import { action as withdrawAction } from "#app/routes/learn/course.tsx";
import { action as answersAction } from "#app/routes/resources/answers.ts";
import { action as beatsAction } from "#app/routes/resources/beats.ts";
import { action as completionAction } from "#app/routes/resources/completions.ts";
import { action as placeAction } from "#app/routes/resources/places.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { callRoute } from "./act-as.ts";
import { roles, type Scene, setScene } from "./scene.ts";

const database = openTestDatabase();
beforeAll(() => setDatabaseUrl(database.url));

/** Everybody but the enrolled learner tries, then she herself; `read` says what stands in the database. */
async function onlyHers<Read>(
  scene: Scene,
  {
    act,
    params,
    form,
    json,
    read,
  }: {
    act: unknown;
    params?: Record<string, string>;
    form?: Record<string, string>;
    json?: unknown;
    read: () => Promise<Read>;
  },
) {
  const before = await read();
  for (const role of roles.filter((name) => name !== "enrolled")) {
    await callRoute(act, { db: database.db, actor: scene.actors[role], params: params ?? {}, path: "/", form, json });
    expect({ role, state: await read() }).toEqual({ role, state: before });
  }
  await callRoute(act, { db: database.db, actor: scene.actors.enrolled, params: params ?? {}, path: "/", form, json });
  expect(await read()).not.toEqual(before);
}

test("nobody but its owner ends a session, an admin neither", async () => {
  const scene = await setScene(database.db);
  await onlyHers(scene, {
    act: securityAction,
    form: { intent: "revoke", id: scene.sessionId },
    read: () => database.db.session.count({ where: { id: scene.sessionId } }),
  });
});

test("nobody but the learner completes a lesson of her enrolment", async () => {
  const scene = await setScene(database.db);
  const { enrolmentId, lessonId } = scene;
  await onlyHers(scene, {
    act: completionAction,
    form: { enrolmentId, lessonId },
    read: () => database.db.completion.count({ where: { enrolmentId } }),
  });
});

test("nobody but the learner watches a lecture for her", async () => {
  const scene = await setScene(database.db);
  const { enrolmentId, sitting } = scene;
  await onlyHers(scene, {
    act: beatsAction,
    json: { sitting, beats: [{ from: 0, to: 1, start: 0, end: 1_000 }] },
    read: () => database.db.watching.count({ where: { enrolmentId } }),
  });
});

test("nobody but the learner answers a question of her attempt", async () => {
  const scene = await setScene(database.db);
  const { attemptId } = scene;
  const edits = [{ slot: 1, sequence: 1, value: { choice: "right" }, madeAt: 0 }];
  await onlyHers(scene, {
    act: answersAction,
    json: { attemptId, device: randomUUID(), edits },
    read: () => database.db.answerEdit.count({ where: { attemptId } }),
  });
});

test("nobody but the learner moves her place in a course", async () => {
  const scene = await setScene(database.db);
  const { enrolmentId, lessonId } = scene;
  await onlyHers(scene, {
    act: placeAction,
    form: { enrolmentId, lessonId, place: "4200" },
    read: () => database.db.enrolment.findUnique({ where: { id: enrolmentId }, select: { lastPlace: true } }),
  });
});

test("nobody but the learner gives up her place in a course", async () => {
  const scene = await setScene(database.db);
  await onlyHers(scene, {
    act: withdrawAction,
    params: { course: scene.course },
    form: { intent: "withdraw" },
    read: () => database.db.enrolment.findUnique({ where: { id: scene.enrolmentId }, select: { state: true } }),
  });
});

test("what a client says of role, score or time is not taken: only who, which lesson, and why", async () => {
  const scene = await setScene(database.db);
  const { enrolmentId, lessonId } = scene;
  const form = { enrolmentId, lessonId, cause: "waived", completedAt: "2001-01-01T00:00:00Z", role: "admin" };
  await callRoute(completionAction, { db: database.db, actor: scene.actors.enrolled, params: {}, path: "/", form });
  expect(await database.db.completion.count({ where: { enrolmentId } })).toBe(0);
});
