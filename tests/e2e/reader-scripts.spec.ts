import type { Page } from "@playwright/test";
import { createDraftCourse } from "./draft-scene.ts";
import { expect, open, test } from "./journey.ts";
import { becomeLearnerQuickly, enrolQuickly, samplePerson, signInQuickly } from "./people.ts";
import { sampleCourse } from "./sample-academy.ts";

/** The scripts that a page asks for, which of them hold the editor's libraries, and how many there are. */
async function scriptsOf(page: Page, path: string) {
  const asked = new Set<string>();
  page.on("request", (request) => {
    if (request.resourceType() === "script") asked.add(request.url());
  });
  await open(page, path);
  await page.waitForLoadState("networkidle");
  page.removeAllListeners("request");
  // Asked for once more: the browser lets go of what a page has taken in.
  const scripts = await Promise.all(
    [...asked].map(async (url) => ({ url, text: await (await page.request.get(url)).text() })),
  );
  return { all: scripts.length, editing: scripts.filter(({ text }) => /ProseMirror|tiptap/.test(text)) };
}

test("who learns is never sent the code of the editor, which whoever writes is sent", async ({ page }) => {
  const { slug, lessons, texts, quizzes } = sampleCourse("jerusalem-through-the-ages");
  await becomeLearnerQuickly(page.request);
  await enrolQuickly(page.request, slug);
  const oneOfEach = [
    lessons.find((lesson) => texts.has(lesson)),
    lessons.find((lesson) => quizzes.has(lesson)),
    lessons.find((lesson) => !texts.has(lesson) && !quizzes.has(lesson)),
  ];
  for (const lesson of oneOfEach) {
    const { all, editing } = await scriptsOf(page, `/learn/${slug}/${lesson}`);
    expect(all, `the scripts of ${lesson}`).toBeGreaterThan(0);
    expect(editing.map(({ url }) => url)).toEqual([]);
  }
  await page.context().clearCookies();
  await signInQuickly(page.request, samplePerson("instructor"));
  const { editing } = await scriptsOf(page, `/teach/${await createDraftCourse()}/first/text?language=ar`);
  expect(editing.length).toBeGreaterThan(0);
});
