import { expect, test } from "vitest";
import { guestContext } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { breakTitle, drawPicture, titleScale } from "./course-picture.ts";
import { findCoursePicture } from "./find-course-picture.server.ts";

const database = openTestDatabase();

test("a title is broken into lines of about one length, and one too long for the picture ends in an ellipsis", () => {
  expect(breakTitle("Jerusalem through the ages", 20)).toEqual(["Jerusalem", "through the ages"]);
  expect(breakTitle("One", 20)).toEqual(["One"]);
  const long = breakTitle("word ".repeat(80), 20);
  expect(long).toHaveLength(4);
  expect(long.at(-1)).toMatch(/…$/);
});

test("a title wider than its room is made smaller, a narrower one is left", () => {
  expect(titleScale(1_120)).toBe(0.5);
  expect(titleScale(300)).toBe(1);
  expect(titleScale(0)).toBe(1);
});

test("what a title holds cannot end its element", () => {
  const svg = drawPicture({
    ...{ slug: "x", title: '<script>"&', locale: "en", scale: 1, academy: "A & B", academyLocale: "en" },
    cover: undefined,
  });
  expect(svg).toContain("&lt;script&gt;&quot;&amp;");
  expect(svg).not.toContain("<script");
});

test("the picture is a PNG of 1200 × 630 in the language asked for; a draft has none", async () => {
  const { db } = database;
  const { course } = await createCourse(db);
  const ctx = guestContext(db);
  const arabic = await findCoursePicture({ ...ctx, locale: "ar" }, { slug: course.slug });
  const english = await findCoursePicture({ ...ctx, locale: "en" }, { slug: course.slug });
  expect(arabic.hash).not.toBe(english.hash);
  for (const { png } of [arabic, english]) {
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  }
  expect((await findCoursePicture({ ...ctx, locale: "ar" }, { slug: course.slug })).png).toBe(arabic.png);
  await db.course.update({ where: { id: course.id }, data: { state: "draft" } });
  await expect(findCoursePicture(ctx, { slug: course.slug })).rejects.toMatchObject({ status: 404 });
});
