import { withAcademyDatabase } from "./academy-database.ts";
import { findBarriers } from "./barriers.ts";
import { createDraftCourse } from "./draft-scene.ts";
import { expect, expectHeading, open, test } from "./journey.ts";
import { samplePerson, signInQuickly } from "./people.ts";
import type { Words } from "./words.ts";

/** Changes the English text of the course's one lesson past the editor. */
async function rewrite(course: string, text: string) {
  await withAcademyDatabase(async (db) => {
    const document = { type: "doc", content: text ? [{ type: "paragraph", content: [{ type: "text", text }] }] : [] };
    await db.lessonText.updateMany({
      where: { lesson: { course: { slug: course } }, locale: "en" },
      data: { document },
    });
  });
}

const released = (words: Words, number: number) => words("release:notice.released", { number });

test.use({ locale: "en" });

test("an instructor mends what is found, looks at the draft, releases it twice, and brings the first one back", async ({
  page,
  words,
}) => {
  const course = await createDraftCourse();
  await rewrite(course, "");
  await signInQuickly(page.request, samplePerson("instructor"));
  const room = `/teach/${course}/release`;
  await open(page, room);
  await expectHeading(page, words("release:title"));
  const checks = page.getByRole("region", { name: words("release:checks.title") });
  await expect(checks.getByText(words("release:problems", { count: 1 }))).toBeVisible();
  await expect(checks.getByRole("link", { name: words("release:mend") })).toHaveAttribute(
    "href",
    `/teach/${course}/first/text?language=en`,
  );
  const make = page.getByRole("region", { name: words("release:make") });
  await expect(make).toBeHidden();
  expect(await findBarriers(page)).toEqual([]);

  await rewrite(course, "The spring came first.");
  await open(page, `/teach/${course}/look/first?as=learner`);
  await expect(page.getByText("The spring came first.")).toBeVisible();
  await page.getByRole("link", { name: words("release:look.who.guest") }).click();
  await expect(page.getByText(words("release:look.refused.signIn"))).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);

  const release = async (notes: string) => {
    await open(page, room);
    await make.getByLabel("English").fill(notes);
    await make.getByRole("button", { name: words("release:release") }).click();
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: words("release:release") })
      .click();
  };
  await release("The beginning");
  await expect(page.getByText(released(words, 2))).toBeVisible();
  await rewrite(course, "The spring came before the walls.");
  await open(page, room);
  await expect(page.getByText(words("release:changes.said.text", { languages: "English" }))).toBeVisible();
  await release("Better words");
  await expect(page.getByText(released(words, 3))).toBeVisible();

  await page.getByRole("button", { name: words("release:back.act", { number: 2 }) }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: words("release:back.confirm") })
    .click();
  await expect(page.getByText(words("release:notice.broughtBack", { number: 4, older: 2 }))).toBeVisible();
  await expect(page.getByText(words("release:list.bringsBack", { number: 2 }))).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
});
