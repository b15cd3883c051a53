import { endOfLesson, expectProgress, fillSignIn, fillSignUp, followMail, type Scene } from "./acts.ts";
import { expect, expectHeading, test } from "./journey.ts";
import { type Person, stranger } from "./people.ts";
import { sampleCourse } from "./sample-academy.ts";
import { passQuizQuickly } from "./sit-quiz.ts";

type Telling = {
  title: string;
  language: "ar" | "en";
  scripts: boolean;
  course: string;
  /** What a guest types to find the course, as people spell it. */
  asked: string;
  level: "beginner" | "intermediate";
  /** How a lesson of the course is finished. */
  finish: "byPressing" | "byReading";
};

const ages = { course: "jerusalem-through-the-ages", level: "beginner", finish: "byPressing" } as const;
const architecture = { course: "reading-the-old-city", level: "intermediate", finish: "byReading" } as const;

const tellings: Telling[] = [
  { title: "in Arabic", language: "ar", scripts: true, asked: "قراءه عماره البلده", ...architecture },
  { title: "in English", language: "en", scripts: true, asked: "jeruslem trough the ages", ...ages },
  { title: "in Arabic without JavaScript", language: "ar", scripts: false, asked: "القُدس عبر العصور", ...ages },
  {
    title: "in English without JavaScript",
    language: "en",
    scripts: false,
    asked: "old city architecture",
    ...architecture,
  },
];

async function findCourse({ page, words }: Scene, { asked, level, scripts, language, course }: Telling) {
  const title = sampleCourse(course).title[language];
  await page.goto("/");
  await page.getByRole("link", { name: words("home:browse") }).click();
  await expectHeading(page, words("course:catalogue.title"));
  await page.getByRole("searchbox", { name: words("course:search.label") }).fill(asked);
  await page.getByRole("button", { name: words("course:search.submit") }).click();
  await expectHeading(page, words("course:catalogue.found", { q: asked }));
  await page.getByLabel(words("course:filter.level"), { exact: true }).selectOption(level);
  if (!scripts) await page.getByRole("button", { name: words("course:search.submit") }).click();
  await expect(page).toHaveURL(new RegExp(`level=${level}`));
  await page.getByRole("link", { name: title }).click();
  await expectHeading(page, title);
}

/** From the button that enrols, by way of a new account, back to the course. */
async function becomeLearner({ page, words }: Scene, person: Person) {
  await page.getByRole("button", { name: words("enrolment:box.enrol") }).click();
  await expectHeading(page, words("account:signIn.title"));
  await page
    .getByRole("main")
    .getByRole("link", { name: words("account:signUp.title") })
    .click();
  await expectHeading(page, words("account:signUp.title"));
  await fillSignUp({ page, words }, person);
  await expectHeading(page, words("account:verify.checkTitle"));
  await followMail({ page, words }, { to: person.email, subject: words("mail:verifyEmail.subject") });
  await expectHeading(page, words("account:verify.title"));
  await page.getByRole("button", { name: words("account:verify.submit") }).click();
  await expect(page.getByText(words("account:verify.done"))).toBeVisible();
  await fillSignIn({ page, words }, person);
}

async function finishLesson(scene: Scene, { scripts, finish }: Telling) {
  const end = endOfLesson(scene);
  if (scripts && finish === "byReading") await end.section.scrollIntoViewIfNeeded();
  else await end.finish.click();
  await expect(end.done).toBeVisible();
}

/**
 * Reads every lesson of the course, one after the other, to the end of the last; a lecture is passed by, and a quiz is
 * passed without its screens, which have journeys of their own and need JavaScript.
 */
async function readEverything(scene: Scene, telling: Telling) {
  const { page, words } = scene;
  const { lessons, texts, quizzes, required, lessonTitle } = sampleCourse(telling.course);
  let read = 0;
  await page.getByRole("link", { name: words("learn:goOn.begin"), exact: true }).click();
  for (const [index, lesson] of lessons.entries()) {
    await expectHeading(page, lessonTitle(lesson, telling.language));
    const last = index === lessons.length - 1;
    if (texts.has(lesson)) {
      await finishLesson(scene, telling);
      read += 1;
    }
    if (quizzes.has(lesson)) {
      await passQuizQuickly(page.request, `/learn/${telling.course}/${lesson}`);
      await page.reload();
      read += 1;
    }
    await expectProgress(scene, { language: telling.language, share: read / required });
    const ways = page.getByRole("navigation", { name: words("learn:player.ways") });
    await ways.getByRole("link", { name: words(last ? "learn:player.toCourse" : "learn:player.next") }).click();
  }
}

for (const telling of tellings) {
  const { title, language, scripts, course } = telling;

  test.describe(() => {
    test.use({ locale: language, javaScriptEnabled: scripts });

    test(`a guest finds a course, signs up, enrols, and reads it to the end, ${title}`, async ({
      page,
      words,
      faults,
    }) => {
      test.setTimeout(120_000);
      // A browser that runs no scripts says of each that it did not fetch it.
      if (!scripts) faults.expect(/^csp GET \/assets\/\S+\.js$/);
      const scene = { page, words };
      await findCourse(scene, telling);
      await becomeLearner(scene, stranger());
      await expectHeading(page, sampleCourse(course).title[language]);
      await page.getByRole("button", { name: words("enrolment:box.enrol") }).click();
      await expect(page.getByText(words("enrolment:notice.enrolled"))).toBeVisible();
      await readEverything(scene, telling);
      await expect(page.getByText(words("progress:why.finished"))).toBeVisible();
      await page.goto("/learn");
      await expect(page.getByRole("article").getByText(words("learn:finished"), { exact: true })).toBeVisible();
    });
  });
}
