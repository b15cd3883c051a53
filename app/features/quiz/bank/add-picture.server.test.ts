import { expect, test } from "vitest";
import { getObject } from "#app/platform/storage/storage.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createInstructor } from "#tests/factories/person.ts";
import { photograph } from "#tests/factories/picture.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { addPicture } from "./add-picture.server.ts";

const database = openTestDatabase();

async function setUp() {
  const { db } = database;
  const { course } = await createCourse(db);
  const { person, instructor } = await createInstructor(db);
  await db.courseInstructor.create({ data: { courseId: course.id, instructorId: instructor.id, role: "teacher" } });
  const ctx = contextOf(db, person, { instructorId: instructor.id });
  return {
    db,
    course,
    add: (name: string, bytes: Uint8Array) => addPicture(ctx, { course: course.slug, name, bytes }),
  };
}

test("a photograph for a question is kept upright, and without the place and the camera where it was taken", async () => {
  const { db, course, add } = await setUp();
  const picture = await add("Gate.jpg", await photograph({ width: 30, height: 20, lying: true }));
  expect(picture).toMatchObject({ src: "media/gate.jpg", width: 20, height: 30 });
  const [kept] = await db.courseMedia.findMany({ where: { courseId: course.id } });
  const bytes = await getObject(kept?.sha256 ?? "");
  expect(bytes?.includes("Maqdis camera")).toBe(false);
  expect(bytes?.includes("Exif")).toBe(false);
  expect(picture.href).toBe(`/media/${kept?.sha256}`);
});

test("what is no picture of a question is refused", async () => {
  const { add } = await setUp();
  const drawing = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script></svg>',
  );
  await expect(add("a.svg", drawing)).rejects.toMatchObject({ code: "drawingRefused" });
  await expect(add("a.txt", Buffer.from("words"))).rejects.toMatchObject({ code: "pictureUnknown" });
  await expect(add("a.png", Buffer.alloc(5 * 1024 * 1024))).rejects.toMatchObject({ code: "pictureTooLarge" });
});
