import { rename, symlink } from "node:fs/promises";
import { expect, test } from "vitest";
import { copyPackage, fixturePackage } from "#tests/factories/package.ts";
import { type PackageProblem, PackageRefused, sayProblem } from "./package-problem.ts";
import { readPackage } from "./read-package.server.ts";

type Copy = Awaited<ReturnType<typeof copyPackage>>;

const nothing = { courses: new Map(), instructors: new Map(), subjects: new Set<string>() };
const FIRST = "courses/first-steps";
const COURSE = `${FIRST}/course.yaml`;
const LESSON = `${FIRST}/lessons/01-inquiry.en.md`;
const DRAWING = `${FIRST}/media/gate.en.svg`;

async function problemsOf(root: string): Promise<PackageProblem[]> {
  try {
    await readPackage({ root, known: nothing });
    return [];
  } catch (error) {
    if (error instanceof PackageRefused) return error.problems;
    throw error;
  }
}

test("a right package has no problems", async () => {
  expect(await problemsOf(fixturePackage)).toEqual([]);
});

/** What is broken, how, and the one thing that is then said. */
const broken: [what: string, break_: (copy: Copy) => Promise<unknown>, said: RegExp][] = [
  ["no academy.yaml", (c) => c.remove("academy.yaml"), /^academy\.yaml: is missing$/],
  [
    "YAML that cannot be read",
    (c) => c.edit("academy.yaml", "instructors:", "instructors: ["),
    /^academy\.yaml:\d+: .+/,
  ],
  ["an unknown key", (c) => c.edit(COURSE, "seats: 30", "seat: 30\nseats: 30"), /course\.yaml:10: seat is not known/],
  ["a missing key", (c) => c.edit(COURSE, "level: beginner\n", ""), /course\.yaml:1: level .*(missing|expected)/],
  ["a wrong value", (c) => c.edit(COURSE, "level: beginner", "level: easy"), /course\.yaml:7: level /],
  ["another format", (c) => c.edit(COURSE, "maqdis-course/1", "maqdis-course/2"), /course\.yaml:1: format /],
  ["a key that stands twice", (c) => c.edit(COURSE, "seats: 30", "seats: 30\nseats: 30"), /course\.yaml:11: .*unique/],
  ["an alias", (c) => c.edit(COURSE, "seats: 30", "seats: &n 30\nselfPaced: *n"), /course\.yaml:11: aliases/],
  ["a bad slug", (c) => c.edit(COURSE, "slug: inquiry", "slug: Inquiry_1"), /course\.yaml:31: .*slug must be/],
  [
    "an address of the product as a slug",
    (c) => c.edit(COURSE, "slug: inquiry", "slug: grading"),
    /course\.yaml:31: .*slug is an address/,
  ],
  ["a title without a language", (c) => c.edit(COURSE, ", ms: Langkah pertama", ""), /course\.yaml:17: title\.ms/],
  ["a time without a zone", (c) => c.edit(COURSE, "2098-03-01T00:00:00Z", "2098-03-01"), /course\.yaml:23: .*UTC/],
  [
    "two owners",
    (c) => c.edit(COURSE, "role: assistant", "role: owner"),
    /course\.yaml:14: instructors must name one owner/,
  ],
  [
    "a folder of another name",
    (c) => c.edit(COURSE, "slug: first-steps", "slug: last-steps"),
    /course\.yaml:3: "last-steps" is not/,
  ],
  [
    "a lesson's file that is not there",
    (c) => c.remove(LESSON),
    /course\.yaml:31: .*"inquiry" has no text in "en" \(.*01-inquiry\.en\.md\)/,
  ],
  [
    "a section's title in a language not listed",
    (c) => c.edit(COURSE, "en: The door", "en: The door, fr: Porte"),
    /course\.yaml:29: .*"fr"/,
  ],
  [
    "a section's title missing a language",
    (c) => c.edit(COURSE, ", en: The door", ""),
    /course\.yaml:29: .*no text in "en"/,
  ],
  [
    "a lesson's text in a language not listed",
    (c) =>
      c.write(
        `${FIRST}/lessons/03-doubts.fr.md`,
        "---\nid: 0199b5a0-0000-7000-8000-000000000042\ntitle: D\nsummary: D\n---\n\nD\n",
      ),
    /course\.yaml:36: .*"doubts" has a text in "fr"/,
  ],
  [
    "a lesson that is not in the outline",
    (c) =>
      c.write(
        `${FIRST}/lessons/04-more.en.md`,
        "---\nid: 0199b5a0-0000-7000-8000-000000000049\ntitle: D\nsummary: D\n---\n\nD\n",
      ),
    /04-more\.en\.md: there is no lesson "more"/,
  ],
  [
    "a lesson's file of a wrong name",
    (c) => c.write(`${FIRST}/lessons/notes.md`, "Notes"),
    /lessons\/notes\.md: is not named/,
  ],
  [
    "a lesson's file of a wrong number",
    (c) => rename(c.path(LESSON), c.path(LESSON.replace("01-", "05-"))),
    /05-inquiry\.en\.md: is numbered 05 and stands as 01/,
  ],
  ["no front matter", (c) => c.edit(LESSON, "---\nid", "id"), /01-inquiry\.en\.md:1: /],
  ["front matter without a title", (c) => c.edit(LESSON, 'title: "Questions"\n', ""), /01-inquiry\.en\.md:\d+: title/],
  ["another id in the front matter", (c) => c.edit(LESSON, "0040", "0048"), /01-inquiry\.en\.md:2: the id /],
  ["an unknown block", (c) => c.edit(LESSON, ":::figure", ":::panorama"), /01-inquiry\.en\.md:11: .*panorama/],
  ["raw HTML", (c) => c.edit(LESSON, "A source has", "<b>A</b> source has"), /01-inquiry\.en\.md:9: /],
  [
    "a link to a lesson that is not there",
    (c) => c.edit(LESSON, "lesson:answers", "lesson:nowhere"),
    /01-inquiry\.en\.md:9: .*"nowhere"/,
  ],
  [
    "a link to a course that is not there",
    (c) => c.edit(`${FIRST}/lessons/02-answers.en.md`, "course:second-steps", "course:third"),
    /02-answers\.en\.md:7: .*"third"/,
  ],
  [
    "a figure that is not there",
    (c) => c.edit(LESSON, "media/gate.en.svg", "media/wall.en.svg"),
    /01-inquiry\.en\.md:11: media\/wall\.en\.svg is missing/,
  ],
  [
    "a figure outside the package",
    (c) => c.edit(LESSON, "media/gate.en.svg", "media/../../../academy.svg"),
    /01-inquiry\.en\.md:11: /,
  ],
  [
    "a cover that is not there",
    (c) => c.remove(`${FIRST}/media/cover.svg`),
    /course\.yaml:8: media\/cover\.svg is missing/,
  ],
  [
    "a cover outside the package",
    (c) => c.edit(COURSE, "media/cover.svg", "media/../../cover.svg"),
    /course\.yaml:8: cover must be/,
  ],
  [
    "a drawing with a script",
    (c) => c.edit(DRAWING, "<title>", "<script>alert(1)</script><title>"),
    /gate\.en\.svg: .*script/,
  ],
  ["a drawing with an event", (c) => c.edit(DRAWING, "<path ", '<path onload="x()" '), /gate\.en\.svg: .*onload/],
  ["a drawing without a viewBox", (c) => c.edit(DRAWING, 'viewBox="0 0 320 200"', ""), /gate\.en\.svg: .*viewBox/],
  [
    "a cover with a script",
    (c) => c.edit(`${FIRST}/media/cover.svg`, "<rect", "<script/><rect"),
    /cover\.svg: .*script/,
  ],
  ["a picture that is none", (c) => c.write(`${FIRST}/media/stone.png`, "<html>"), /stone\.png: does not hold/],
  ["a PDF that is none", (c) => c.write(`${FIRST}/media/notes.pdf`, "<html>"), /notes\.pdf: does not hold/],
  ["a file of another kind", (c) => c.write(`${FIRST}/media/run.exe`, "MZ"), /run\.exe: is neither SVG/],
  ["a drawing that is too large", (c) => c.write(DRAWING, " ".repeat(600_000)), /gate\.en\.svg: is larger than 512 KB/],
  [
    "text that is not UTF-8",
    (c) => c.write(LESSON, Buffer.from([0x2d, 0xff, 0xfe])),
    /01-inquiry\.en\.md: is not UTF-8/,
  ],
  ["a file that does not belong", (c) => c.write(`${FIRST}/notes.txt`, "x"), /first-steps\/notes\.txt: is not part/],
  [
    "a symbolic link",
    (c) => symlink("/etc/hosts", c.path(`${FIRST}/media/hosts.svg`)),
    /media\/hosts\.svg: is a symbolic link/,
  ],
  [
    "an id that stands twice",
    (c) => c.edit(COURSE, "000000000031", "000000000030"),
    /course\.yaml:33: the id .*course\.yaml:28/,
  ],
  [
    "a slug that stands twice",
    (c) => c.edit(COURSE, "slug: doubts", "slug: answers"),
    /course\.yaml:36: the slug "answers"/,
  ],
  [
    "an id of another course",
    (c) => c.edit("courses/second-steps/course.yaml", "0032", "0030"),
    /second-steps\/course\.yaml:\d+: the id .*first-steps/,
  ],
  [
    "an unknown subject",
    (c) => c.edit(COURSE, "subject: history", "subject: magic"),
    /course\.yaml:6: there is no subject "magic"/,
  ],
  [
    "an unknown instructor",
    (c) => c.edit(COURSE, "handle: boutros-saba", "handle: nobody"),
    /course\.yaml:16: there is no instructor "nobody"/,
  ],
  [
    "an unknown course in a programme",
    (c) => c.edit("academy.yaml", "[first-steps,", "[zero-steps,"),
    /academy\.yaml:\d+: there is no course "zero-steps"/,
  ],
  [
    "a course that demands itself",
    (c) => c.edit(COURSE, "prerequisites: []", "prerequisites: [first-steps]"),
    /course\.yaml:12: a course cannot/,
  ],
  [
    "courses that demand each other",
    (c) => c.edit(COURSE, "prerequisites: []", "prerequisites: [second-steps]"),
    /first-steps\/course\.yaml:12: .*demand it in turn/,
  ],
  [
    "a folder that is a symbolic link",
    async (c) => {
      await c.remove(`${FIRST}/media`);
      await symlink("/etc", c.path(`${FIRST}/media`));
    },
    /first-steps\/media: is a symbolic link/,
  ],
];

test.each(broken)("a package with %s is refused with file, line and reason", async (_, breakIt, said) => {
  const copy = await copyPackage();
  await breakIt(copy);
  const problems = await problemsOf(copy.root);
  expect(problems.map(sayProblem)).toContainEqual(expect.stringMatching(said));
});

test("nothing is read through a folder that is a symbolic link", async () => {
  const copy = await copyPackage();
  await rename(copy.path(`${FIRST}/media`), copy.path(`../media`));
  await symlink(copy.path("../media"), copy.path(`${FIRST}/media`));
  const said = (await problemsOf(copy.root)).map(sayProblem);
  expect(said).toContain(`${FIRST}/media: is a symbolic link; a package holds its own files`);
  expect(said).toContain(`${LESSON}:11: media/gate.en.svg is missing`);
});

test("everything that is wrong is said at once, by file and line", async () => {
  const copy = await copyPackage();
  await copy.edit(LESSON, "lesson:answers", "lesson:nowhere");
  await copy.edit(COURSE, "subject: history", "subject: magic");
  await copy.edit("academy.yaml", "[first-steps,", "[zero-steps,");
  const problems = await problemsOf(copy.root);
  expect(problems.map(({ file }) => file)).toEqual(["academy.yaml", COURSE, LESSON]);
});

test("line ends of Windows and decomposed letters are read as the same text", async () => {
  const copy = await copyPackage();
  await copy.write(
    LESSON,
    "---\r\nid: 0199b5a0-0000-7000-8000-000000000040\r\ntitle: Cafe\u0301\r\nsummary: S\r\n---\r\n\r\nText\r\n",
  );
  const { courses } = await readPackage({ root: copy.root, known: nothing });
  const lesson = courses[0]?.lessons.find(({ file }) => file === LESSON);
  expect(lesson?.text?.title).toBe("Caf\u00e9");
});
