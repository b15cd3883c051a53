import { expect, test } from "vitest";
import type { Actor } from "#app/platform/access/actor.ts";
import { loadActor } from "#app/platform/session/load-actor.server.ts";
import { putObject } from "#app/platform/storage/storage.server.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createInstructor, createPerson, createSession } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { findMedia } from "./find-media.server.ts";

const database = openTestDatabase();

async function actorOf(userId: string): Promise<Actor> {
  const { cookie } = await createSession(database.db, userId);
  return loadActor({ db: database.db, cookie });
}

async function mediaOf(courseId: string): Promise<string> {
  const bytes = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" id="${courseId}"/>`);
  const sha256 = await putObject({ bytes, contentType: "image/svg+xml" });
  const contentType = "image/svg+xml";
  await database.db.courseMedia.create({
    data: { courseId, path: "media/cover.svg", sha256, contentType, bytes: bytes.length },
  });
  return sha256;
}

test("anybody sees the media of a published course, with the type that the course gives it", async () => {
  const { db } = database;
  const { course } = await createCourse(db);
  const sha256 = await mediaOf(course.id);
  const media = await findMedia({ db, actor: null }, { sha256 });
  expect(media).toMatchObject({ contentType: "image/svg+xml", isPublic: true });
  expect(media.bytes.toString()).toContain(course.id);
});

test("the media of a draft or archived course are seen by who teaches it, has a place in it, or is an admin", async () => {
  const { db } = database;
  const { course, release } = await createCourse(db);
  const sha256 = await mediaOf(course.id);
  await db.course.update({ where: { id: course.id }, data: { state: "archived" } });
  const [teacher, other] = [await createInstructor(db), await createInstructor(db)];
  await db.courseInstructor.create({
    data: { courseId: course.id, instructorId: teacher.instructor.id, role: "teacher" },
  });
  const learner = await createPerson(db);
  await db.enrolment.create({ data: { userId: learner.id, courseId: course.id, releaseId: release.id } });
  const admin = await createPerson(db, { role: "admin" });

  for (const { id } of [teacher.person, learner, admin]) {
    expect(await findMedia({ db, actor: await actorOf(id) }, { sha256 })).toMatchObject({ isPublic: false });
  }
  for (const actor of [null, await actorOf(other.person.id), await actorOf((await createPerson(db)).id)]) {
    await expect(findMedia({ db, actor }, { sha256 })).rejects.toMatchObject({ status: 404 });
  }
});

test("what a release shows stays to be seen when the draft has let it go", async () => {
  const { db } = database;
  const { course, release } = await createCourse(db);
  const sha256 = await mediaOf(course.id);
  await db.releaseMedia.create({ data: { releaseId: release.id, sha256, contentType: "image/svg+xml" } });
  await db.courseMedia.deleteMany({ where: { courseId: course.id } });
  expect(await findMedia({ db, actor: null }, { sha256 })).toMatchObject({ isPublic: true });
  await db.course.update({ where: { id: course.id }, data: { state: "archived" } });
  await expect(findMedia({ db, actor: null }, { sha256 })).rejects.toMatchObject({ status: 404 });
});

test("bytes that no course holds are not there, even when they are in storage", async () => {
  const sha256 = await putObject({ bytes: Buffer.from("stray"), contentType: "text/plain" });
  await expect(findMedia({ db: database.db, actor: null }, { sha256 })).rejects.toMatchObject({ status: 404 });
});
