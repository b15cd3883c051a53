import { randomUUID } from "node:crypto";
import type { APIRequestContext, BrowserContext, Page } from "@playwright/test";
import { sampleQuestions } from "#tests/factories/sample-questions.ts";
import { withAcademyDatabase } from "./academy-database.ts";
import { allPatterns } from "./every-page.ts";
import { expect, open, test } from "./journey.ts";
import { becomeLearnerQuickly, enrolQuickly } from "./people.ts";
import { createQuizCourse } from "./quiz-scene.ts";

/** Begins everything that may not be told; the rest of the word says what it was. */
const SECRET = "zamzamqx";
const secret = (what: string) => `${SECRET}-${what}`;
const inBoth = (what: string) => ({ ar: secret(what), en: secret(what) });
const told = (bytes: string) => [...new Set(bytes.match(new RegExp(`${SECRET}-[a-z-]*`, "g")))].sort();

/** What an author writes beside the key, of each type of question. */
const ownSecrets: Record<string, object> = {
  "short-text": { accepted: [{ id: "bcdf", text: secret("accepted") }] },
  essay: { showRubric: false, rubric: [{ id: "bcdf", label: inBoth("rubric"), points: 4 }], model: inBoth("model") },
};

const questions = Object.entries(sampleQuestions).map(([type, { body }]) => {
  const feedback = { right: inBoth("right"), wrong: inBoth("wrong"), always: inBoth("always") };
  return { type, body: { ...body, feedback, ...ownSecrets[type] } };
});
/** Of which one is drawn. */
const pool = Array.from({ length: 12 }, () => ({
  type: "true-false",
  body: { stem: { ar: `PoolStem-${randomUUID()}`, en: `PoolStem-${randomUUID()}` }, right: true },
}));

/** Collects all that the academy sends to a browser. */
function listen(context: BrowserContext) {
  const bodies: Promise<string>[] = [];
  context.on("response", (response) => {
    // What leads elsewhere has no body.
    bodies.push(response.text().catch(() => ""));
  });
  return { read: async () => (await Promise.all(bodies)).join("\n") };
}

type Ids = Record<string, string>;

/** Asks for every address that the academy has, as a document and as its data, and answers all that came. */
async function askEverywhere(request: APIRequestContext, ids: Ids): Promise<string> {
  const parts: string[] = [];
  for (const pattern of await allPatterns()) {
    const path = pattern.replace(/:(\w+)\??/g, (_, name: string) => ids[name] ?? ids.attempt ?? "");
    for (const address of [path, `${path}.data`]) {
      const answer = await request.get(address, { maxRedirects: 0 });
      parts.push(JSON.stringify(answer.headers()), await answer.text());
    }
  }
  return parts.join("\n");
}

/** Another learner, who wrote an essay in the same quiz. */
async function sitAnother(request: APIRequestContext, quiz: Quiz): Promise<string> {
  await becomeLearnerQuickly(request);
  await enrolQuickly(request, quiz.slug);
  const attempt = await beginPast(request, quiz);
  const essay = questions.findIndex(({ type }) => type === "essay") + 1;
  const saved = await save(request, { attempt, slot: essay, value: { text: secret("other-essay") } });
  expect(JSON.parse(saved)).toMatchObject({ refused: [], edits: [{ late: false }] });
  return attempt;
}

type Quiz = Awaited<ReturnType<typeof createQuizCourse>>;
const headers = () => ({ Origin: process.env.ACADEMY_ORIGIN ?? "" });

async function beginPast(request: APIRequestContext, quiz: Quiz): Promise<string> {
  const form = { intent: "begin", password: secret("password") };
  const answer = await request.post(quiz.path, { form, headers: headers(), maxRedirects: 0 });
  return answer.headers().location?.match(/[0-9a-f-]{36}$/)?.[0] ?? "";
}

async function save(
  request: APIRequestContext,
  { attempt, slot, value }: { attempt: string; slot: number; value: unknown },
): Promise<string> {
  // Past all that the page itself counts: these are the answers, whatever was pressed there.
  const edits = [{ slot, sequence: 1_000, value, madeAt: Date.now() }];
  const data = { attemptId: attempt, device: randomUUID(), edits };
  return (await request.post("/resources/answers", { data, headers: headers() })).text();
}

/** Answers every question, partly wrong; then one with what is no answer, and one of somebody else's attempt. */
async function answerAll(request: APIRequestContext, { own, other }: { own: string; other: string }) {
  const parts: string[] = [];
  for (const [index, { type }] of questions.entries())
    parts.push(await save(request, { attempt: own, slot: index + 1, value: sampleQuestions[type]?.answer }));
  parts.push(await save(request, { attempt: own, slot: 1, value: { choice: "nothing" } }));
  parts.push(await save(request, { attempt: other, slot: 1, value: { choice: "bcdf" } }));
  return parts.join("\n");
}

async function idsOf(quiz: Quiz, { own, other }: { own: string; other: string }): Promise<Ids> {
  return withAcademyDatabase(async (db) => {
    const course = await db.course.findUniqueOrThrow({ where: { slug: quiz.slug }, include: { questions: true } });
    const [question] = course.questions;
    const named = { locale: "en", course: quiz.slug, lesson: "quiz", language: "en", question: question?.id ?? "" };
    return { ...named, attempt: other, own, slot: "1", file: other, version: question?.id ?? "" };
  });
}

/** All bytes that reach a learner from the press on «Begin» until she hands in, whatever she asks for meanwhile. */
async function sit(page: Page, { quiz, other }: { quiz: Quiz; other: string }) {
  const sent = listen(page.context());
  await open(page, `/en${quiz.path}`);
  const own = await beginPast(page.request, quiz);
  await open(page, `/en${quiz.path}/attempts/${own}`);
  await page.getByRole("radio").first().check();
  await page.reload({ waitUntil: "networkidle" });
  const ids = await idsOf(quiz, { own, other });
  const asked = [
    await answerAll(page.request, { own, other }),
    await askEverywhere(page.request, ids),
    await askEverywhere(page.request, { ...ids, attempt: own }),
  ];
  await page.goto("about:blank");
  return { own, bytes: [await sent.read(), ...asked].join("\n") };
}

async function handIn(page: Page, { quiz, own }: { quiz: Quiz; own: string }): Promise<string> {
  const path = `${quiz.path}/attempts/${own}`;
  await page.request.post(path, { form: { intent: "submit" }, headers: headers(), maxRedirects: 0 });
  return (await page.request.get(`/en${path}`)).text();
}

const password = secret("password");

test("no byte that is sent during an attempt tells a key, a remark, an undrawn question or another's answer", async ({
  page,
  browser,
  faults,
}) => {
  faults.expect(/^4\d\d /);
  const quiz = await createQuizCourse({ questions, pool, rules: { password } });
  const elsewhere = await browser.newContext({ extraHTTPHeaders: { "X-Forwarded-For": "10.77.0.1" } });
  const other = await sitAnother(elsewhere.request, quiz);
  await becomeLearnerQuickly(page.request);
  await enrolQuickly(page.request, quiz.slug);

  const { own, bytes } = await sit(page, { quiz, other });
  expect(bytes).toContain("Who built the present");
  expect(told(bytes)).toEqual([]);
  const drawn = new Set(bytes.match(/PoolStem-[0-9a-f-]{36}/g));
  expect(drawn.size).toBe(2);

  // The same words are told once they may be: what was looked for above can be found.
  expect(told(await handIn(page, { quiz, own }))).toEqual([secret("accepted"), secret("always"), secret("wrong")]);
  await elsewhere.close();
});

test("where nothing is to be told after handing in, nothing is", async ({ page, browser, faults }) => {
  faults.expect(/^4\d\d /);
  const rules = { password, revealAfterSubmitting: [], revealAfterClosing: [] };
  const quiz = await createQuizCourse({ questions, pool, rules });
  const elsewhere = await browser.newContext({ extraHTTPHeaders: { "X-Forwarded-For": "10.77.0.2" } });
  const other = await sitAnother(elsewhere.request, quiz);
  await becomeLearnerQuickly(page.request);
  await enrolQuickly(page.request, quiz.slug);

  const own = await beginPast(page.request, quiz);
  await answerAll(page.request, { own, other });
  const shown = await handIn(page, { quiz, own });
  const asked = await askEverywhere(page.request, { ...(await idsOf(quiz, { own, other })), attempt: own });
  expect(told(shown + asked)).toEqual([]);
  await elsewhere.close();
});
