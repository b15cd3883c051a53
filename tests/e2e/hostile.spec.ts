import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { localeNames } from "#app/platform/i18n/locales.ts";
import { hostileVectors } from "#tests/factories/hostile-corpus.ts";
import { academyFolder, withAcademyDatabase } from "./academy-database.ts";
import { createDraftCourse } from "./draft-scene.ts";
import { createHostileDraft, planFile, worstVectors } from "./hostile-scene.ts";
import { expect, open, test } from "./journey.ts";
import { becomeLearnerQuickly, enrolQuickly, samplePerson, signInQuickly } from "./people.ts";
import { watchForHarm } from "./watch-for-harm.ts";

test.use({ locale: "en" });

const origin = () => process.env.ACADEMY_ORIGIN ?? "";

/** Time for what loads late, such as pictures that fail, to do what it would. */
const settle = (page: Page) => page.waitForTimeout(700);

/** Adds a file to a course as its editor does. */
async function addFile(page: Page, course: string, { path, bytes }: { path: string; bytes: Buffer }) {
  const answer = await page.request.post(`/resources/course-media/${course}?name=${path}`, {
    data: bytes,
    headers: { Origin: origin(), "Content-Type": "application/octet-stream" },
  });
  expect(await answer.json()).toMatchObject({ result: "added", file: { path: `media/${path}` } });
}

/** Puts a file among those of a course past everything that would refuse it; answers its address. */
async function smuggle(course: string, { bytes, contentType }: { bytes: Buffer; contentType: string }) {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const folder = join(academyFolder(), "storage", sha256.slice(0, 2));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, sha256), bytes);
  await withAcademyDatabase(async (db) => {
    const { id: courseId } = await db.course.findUniqueOrThrow({ where: { slug: course }, select: { id: true } });
    const path = `media/${sha256.slice(0, 8)}.bin`;
    await db.courseMedia.create({ data: { courseId, path, sha256, contentType, bytes: bytes.length } });
  });
  return `/media/${sha256}`;
}

const script = "<script>alert(1)</script>";
const hostileSvg = Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="alert(1)">${script}<image href="https://evil.example/x.png"/><style>@import "https://evil.example/x.css";</style><foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example/"/></foreignObject></svg>`,
);

test("what watches sees a script that runs, a request that leaves, and what a policy stops", async ({
  page,
  context,
  faults,
}) => {
  faults.expect(/ERR_FAILED/, /Content Security Policy/, /^404 GET \/x/, /^csp /);
  const harm = await watchForHarm(context);
  const body = `<!doctype html><title>x</title>${script}<img src=x onerror=alert(1)><img src="https://evil.example/pixel.gif">`;
  let policy: Record<string, string> = {};
  await page.route("**/bare", (route) => route.fulfill({ contentType: "text/html", body, headers: policy }));
  await page.route("**/drawing", (route) => route.fulfill({ contentType: "image/svg+xml", body: hostileSvg }));
  await page.goto("/bare");
  await settle(page);
  expect(harm.seen).toContain("called alert");
  expect(harm.seen).toContain("asked https://evil.example/pixel.gif");
  harm.seen.length = 0;
  await page.goto("/drawing");
  await settle(page);
  expect(harm.seen).toContain("called alert");
  harm.seen.length = 0;
  policy = { "Content-Security-Policy": "default-src 'none'" };
  await page.goto("/bare");
  await settle(page);
  expect(harm.seen.filter((what) => what.startsWith("called"))).toEqual([]);
  expect(harm.seen.some((what) => what.startsWith("stopped script-src"))).toBe(true);
  expect(harm.seen.some((what) => what.startsWith("stopped img-src https://evil.example/pixel.gif"))).toBe(true);
});

test("a course that is hostile in every text is released and read, and nothing of it runs or is fetched", async ({
  page,
  context,
  words,
  browser,
  faults,
}) => {
  test.setTimeout(180_000);
  const harm = await watchForHarm(context);
  await signInQuickly(page.request, samplePerson("instructor"));
  const { slug, quiz } = await createHostileDraft();
  await addFile(page, slug, planFile);
  const room = `/teach/${slug}`;
  await open(page, `${room}/look/first?as=learner&text=ar`);
  await expect(page.locator(".reading").getByText("<script>alert(1)</script>", { exact: true }).first()).toBeVisible();
  await settle(page);
  for (const path of ["/outline", "/settings", "/references", "/questions", "/first/translation/en"]) {
    await open(page, `${room}${path}`);
  }
  for (const path of [`${room}/${quiz}/preview?seed=5`, `${room}/${quiz}/print?seed=5&variants=2`]) {
    await open(page, path);
    await settle(page);
  }
  await page.emulateMedia({ media: "print" });
  await settle(page);
  await page.emulateMedia({ media: "screen" });

  await open(page, `${room}/release`);
  const make = page.getByRole("region", { name: words("release:make") });
  for (const language of ["العربية", "English"]) await make.getByLabel(language).fill(`Notes ${script}`);
  await make.getByRole("button", { name: words("release:release") }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: words("release:release") })
    .click();
  await expect(page.getByText(words("release:notice.released", { number: 2 }))).toBeVisible({ timeout: 30_000 });
  expect(harm.seen).toEqual([]);

  const reading = await browser.newContext({ locale: "en", baseURL: origin() });
  faults.watch(reading);
  const readers = await watchForHarm(reading);
  const reader = await reading.newPage();
  for (const language of ["ar", "en"]) await open(reader, `/${language}/courses/${slug}`);
  await becomeLearnerQuickly(reader.request);
  await enrolQuickly(reader.request, slug);
  for (const language of ["ar", "en"]) {
    await open(reader, `/${language}/learn/${slug}/first?text=${language}`);
    const text = reader.locator(".reading");
    await expect(text.getByText("<script>alert(1)</script>", { exact: true }).first()).toBeVisible();
    // Whatever waits for a press, a focus or a pointer is given one.
    await text.evaluate((root) => {
      for (const part of root.querySelectorAll<HTMLElement>("*")) {
        for (const type of ["mouseover", "mouseenter", "focus", "toggle", "animationstart", "error", "load"]) {
          part.dispatchEvent(new Event(type, { bubbles: true }));
        }
        if (part instanceof HTMLDetailsElement) part.open = true;
      }
    });
    await settle(reader);
    await reader.emulateMedia({ media: "print" });
    await settle(reader);
    await reader.emulateMedia({ media: "screen" });
  }
  await open(reader, `/en/learn/${slug}/${quiz}`);
  expect(
    await reader.evaluate(() => document.querySelectorAll(".reading script, .reading iframe, .reading [style]").length),
  ).toBe(0);
  await settle(reader);
  expect(readers.seen).toEqual([]);
  await reading.close();
});

/** Some vectors at a time: enough to be quick, few enough that one which swallows the rest hides little. */
function pieces(type: string, vectors: readonly string[], head = "") {
  const count = Math.ceil(vectors.length / 8);
  return Array.from({ length: count }, (_, at) => ({
    type,
    text: head + vectors.slice(at * 8, at * 8 + 8).join("\n"),
  }));
}

/** Pastes each piece in the place of all that stands on the surface, as a clipboard of its type would. */
async function pasteAll(page: Page, given: { type: string; text: string }[]) {
  const surface = page.locator(".editor-surface");
  await surface.click();
  await surface.evaluate(async (element, all) => {
    for (const { type, text } of all) {
      document.getSelection()?.selectAllChildren(element);
      await new Promise((done) => setTimeout(done));
      const clipboardData = new DataTransfer();
      clipboardData.setData(type, text);
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }
  }, given);
}

test("the whole corpus is pasted into the editor, saved and looked back upon, and nothing of it runs or is fetched", async ({
  page,
  context,
  words,
}) => {
  test.setTimeout(240_000);
  const harm = await watchForHarm(context);
  await signInQuickly(page.request, samplePerson("instructor"));
  const course = await createDraftCourse();
  const text = `/teach/${course}/first/text`;
  await open(page, `${text}?language=en`);
  const surface = page.getByRole("textbox", { name: words("lesson-text:surface", { language: localeNames.en }) });
  await expect(surface).toBeVisible({ timeout: 20_000 });
  await page.getByLabel(words("lesson-editor:summary")).fill(`Summary ${script}`);
  await pasteAll(page, pieces("text/html", worstVectors));
  await settle(page);
  expect(harm.seen).toEqual([]);
  // As if it came from a surface of ours, which goes by the schema of the document alone.
  await pasteAll(page, pieces("text/html", worstVectors, '<p data-pm-slice="0 0 []">x</p>'));
  await settle(page);
  expect(harm.seen).toEqual([]);
  await pasteAll(page, pieces("text/plain", hostileVectors));
  await settle(page);
  const standing = await surface.evaluate((element) => ({
    run: element.querySelectorAll("script, iframe, object, embed, form, style, link, meta, base").length,
    links: [...element.querySelectorAll("a")]
      .map((a) => a.protocol)
      .filter((one) => !/^(https|lesson|course):$/.test(one)),
  }));
  expect(standing).toEqual({ run: 0, links: [] });
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("Kept.");
  const state = page.getByRole("region", { name: words("lesson-text:state.label") });
  await expect(state).toHaveAttribute("data-standing", "saved", { timeout: 20_000 });
  await open(page, `${text}/history?language=en`);
  await page.getByRole("table").getByRole("link").last().click();
  await expect(page.getByRole("button", { name: words("lesson-text:version.restore") })).toBeVisible();
  await settle(page);
  expect(harm.seen).toEqual([]);
});

test("a drawing or a page among a course's files, opened by itself, neither runs nor fetches", async ({
  page,
  context,
  faults,
}) => {
  faults.expect(/Content Security Policy|sandboxed/, /^csp /);
  const harm = await watchForHarm(context);
  await signInQuickly(page.request, samplePerson("instructor"));
  const course = await createDraftCourse();
  const drawing = await smuggle(course, { bytes: hostileSvg, contentType: "image/svg+xml" });
  await page.goto(drawing);
  await settle(page);
  expect(harm.seen.filter((what) => !what.startsWith("stopped"))).toEqual([]);
  const files = {
    "text/plain": `<!doctype html>${script}`,
    "text/csv": script,
    "application/pdf": `%PDF-1.7 ${script}`,
  };
  for (const [contentType, content] of Object.entries(files)) {
    const path = await smuggle(course, { bytes: Buffer.from(content), contentType });
    const headers = (await page.request.get(path)).headers();
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff" });
    expect(headers["content-type"]).toContain(contentType);
    expect(headers["content-disposition"]).toMatch(/^attachment/);
    expect(headers["content-security-policy"]).toContain("sandbox");
  }
});
