import fc from "fast-check";
import { expect, test } from "vitest";
import { createCourse } from "#tests/factories/course.ts";
import { createInstructor } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";

const database = openTestDatabase();

async function normalise(text: string): Promise<string> {
  const { rows } = await database.connections.query("select normalise_search($1) as text", [text]);
  return rows[0].text;
}

async function search(asked: string): Promise<string[]> {
  const { rows } = await database.connections.query('select "courseId" from search_courses($1)', [asked]);
  return rows.map((row) => row.courseId);
}

test.each([
  ["القدس", ["قدس", "ألقدس", "الْقُدْس", "القُدس", "والقدس", "بالقدس", "القـــدس", "\u200fالقدس\u200e", "ٱلقدس"]],
  ["مدرسة", ["مدرسه", "المدرسة", "مدرسۃ", "مدرسہ", "مَدْرَسَة", "للمدرسة"]],
  ["إلى", ["الي", "الى", "إلي", "اِلی", "إلىٰ"]],
  ["مقدس", ["مُقَدَّس", "مقدّس", "المقدس"]],
  ["كتاب", ["کتاب", "الكتاب", "کِتاب", "ڪتاب", "ﻛﺘﺎﺏ"]],
  ["مسؤول", ["مسوول"]],
  ["هيئة", ["هييه", "هیئت".replace("ت", "ۃ"), "ہیئة"]],
  ["قراءة", ["قراة", "القراءه", "قراءۃ"]],
  ["آثار", ["اثار", "أثار", "الآثار"]],
  ["1187", ["١١٨٧", "۱۱۸۷", "１１８７"]],
  ["omer", ["Ömer", "ÖMER", "ömer", "O\u0308mer"]],
  ["istanbul", ["İstanbul", "ISTANBUL", "ıstanbul"]],
  ["quds", ["al-Quds", "Al-Quds", "el-Quds", "qūds", "Q\u00fbds"]],
  ["quran", ["Qurʾān", "Qur'an", "Qur’ān"]],
  ["strasse", ["Straße"]],
  ["yaacov", ["Yaʿacov"]],
  ["kudus", ["Kudüs"]],
  ["ירושלים", ["יְרוּשָׁלַיִם"]],
])("%s is found by its other spellings", async (plain, spellings) => {
  const expected = await normalise(plain);
  expect(expected).not.toBe("");
  for (const spelling of spellings) expect([spelling, await normalise(spelling)]).toEqual([spelling, expected]);
});

test("the article is kept where less than two letters would remain, and words stay apart", async () => {
  expect(await normalise("ال")).toBe("ال");
  expect(await normalise("إلى")).toBe("الي");
  expect(await normalise("خرائط؛ رحّالة—ومحفوظات")).toBe("خرايط رحاله ومحفوظات");
});

test("marks, tatweel and bidi marks put anywhere into a word change nothing", async () => {
  const marks = fc.constantFrom("\u064e", "\u0651", "\u0640", "\u200f", "\u202b", "\u06d6", "\u0670", "\u2067");
  const words = fc.constantFrom("القدس", "مدرسة", "كنيسة القيامة", "Jerusalem", "رحلة", "وثائق المحكمة");
  await fc.assert(
    fc.asyncProperty(words, fc.array(fc.tuple(fc.nat(20), marks), { maxLength: 6 }), async (word, additions) => {
      const marked = additions.reduce<string>((text, [at, mark]) => {
        // A mark before the first letter stands on nothing; people do not write that.
        const place = 1 + (at % text.length);
        return text.slice(0, place) + mark + text.slice(place);
      }, word);
      expect(await normalise(marked)).toBe(await normalise(word));
    }),
    { numRuns: 150 },
  );
});

test("no text makes searching fail", async () => {
  const text = fc.oneof(fc.string({ unit: "binary", maxLength: 40 }), fc.string({ maxLength: 40 }));
  await fc.assert(
    fc.asyncProperty(text, async (asked) => {
      await expect(search(asked.replaceAll("\0", ""))).resolves.toBeInstanceOf(Array);
    }),
    { numRuns: 150 },
  );
});

test("a course is found by title, summary, outcome, subject and instructor, in any of its languages", async () => {
  const { db } = database;
  const { course } = await createCourse(db, {});
  const { instructor } = await createInstructor(db);
  await db.courseInstructor.create({ data: { courseId: course.id, instructorId: instructor.id, role: "owner" } });
  for (const asked of [
    "القُدس",
    "قدس عصور",
    "Jerus",
    "تاريخ المدينه",
    "read SOURCES",
    "history",
    "Mansour",
    "ليلي منصور",
  ]) {
    expect([asked, await search(asked)]).toEqual([asked, [course.id]]);
  }
  expect(await search("قرطبة")).toEqual([]);
  expect(await search("؟! …")).toEqual([]);

  await db.instructor.update({ where: { id: instructor.id }, data: { names: { en: "Elias Haddad" } } });
  expect(await search("haddad")).toEqual([course.id]);
  expect(await search("Mansour")).toEqual([]);
  await db.courseInstructor.deleteMany({ where: { courseId: course.id } });
  expect(await search("haddad")).toEqual([]);
  await db.subject.update({ where: { slug: "history" }, data: { names: { en: "Chronicles" } } });
  expect(await search("chronicle")).toEqual([course.id]);
});

test("a slip of the pen still finds the course, a draft is never found", async () => {
  const { db } = database;
  const [course] = await db.course.findMany({ select: { id: true } });
  for (const asked of ["Jerusalm", "jeruslem", "Jeruzalem throgh", "العصوور"]) {
    expect([asked, await search(asked)]).toEqual([asked, [course?.id]]);
  }
  await db.course.updateMany({ data: { state: "draft" } });
  expect(await search("Jerusalem")).toEqual([]);
  expect(await search("Jerusalm")).toEqual([]);
});
