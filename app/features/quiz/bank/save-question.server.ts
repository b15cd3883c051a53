import { z } from "zod";
import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { defaultLocale, type Locale } from "#app/platform/i18n/locales.ts";
import type { BodyProblem } from "../question-types/question-props.ts";
import { addVersion, type LockedQuestion, lockQuestion } from "./add-version.server.ts";
import { type Opened, type QuestionDraft, questionNameSchema, type SaveQuestion, tagsSchema } from "./bank-schema.ts";
import { isSameBody } from "./canonical-body.ts";
import { checkBody } from "./check-body.server.ts";
import { type BankCourse, openBank } from "./open-bank.server.ts";
import { plainStem } from "./plain-stem.ts";

/** What is wrong beside the body, by field, as message keys. */
export type FieldProblems = Partial<Record<"name" | "tags" | "categoryId", string>>;

export type SavedQuestion =
  /** Under the name that it has now; `newVersion` says whether a version was made. */
  | { result: "saved"; questionId: string; name: string; current: number; newVersion: boolean }
  | { result: "invalid"; problems: BodyProblem[]; fields: FieldProblems }
  /** Somebody saved the question since it was opened; nothing was changed. */
  | { result: "conflict" };

type Context = Pick<PersonContext, "db" | "actor" | "clock">;
type Facts = { name: string; tags: string[]; categoryId: string | null };

/** The first message of what is wrong, as a schema says it. */
const messageOf = ({ error }: { error?: z.ZodError | undefined }) => error?.issues[0]?.message ?? "form:invalid";

const stemmed = z.object({ stem: translatedSchema });

/** What was written as the name, or else the beginning of what the question asks. */
function nameOf({ name, body }: QuestionDraft, locale: Locale): string {
  if (name.trim() !== "") return name;
  const { data } = stemmed.safeParse(body);
  return [...plainStem(data?.stem ?? {}, locale).text].slice(0, 90).join("");
}

async function checkFacts(ctx: Context, course: BankCourse, draft: QuestionDraft) {
  const { tags, categoryId } = draft;
  const courseId = course.id;
  const fields: FieldProblems = {};
  const goodName = questionNameSchema.safeParse(nameOf(draft, course.locales[0] ?? defaultLocale));
  const goodTags = tagsSchema.safeParse(tags);
  if (!goodName.success) fields.name = messageOf(goodName);
  if (!goodTags.success) fields.tags = messageOf(goodTags);
  if (categoryId !== null) {
    const there = await ctx.db.questionCategory.findUnique({ where: { id: categoryId, courseId } });
    if (!there) fields.categoryId = "question-bank:errors.categoryMissing";
  }
  return { fields, facts: { name: goodName.data ?? "", tags: goodTags.data ?? [], categoryId } };
}

/**
 * Saves a question as its author left it. A changed body becomes a new version, and the versions before stay; name,
 * tags and category make none. Nothing is saved where somebody else saved since it was opened, unless she saved just
 * this. Throws `notFound` to whoever may not edit the course.
 */
export async function saveQuestion(
  ctx: Context,
  { course: slug, questionId, draft, opened }: { course: string } & SaveQuestion,
): Promise<SavedQuestion> {
  const course = await openBank(ctx, { course: slug });
  const { fields, facts } = await checkFacts(ctx, course, draft);
  const checked = await checkBody(ctx.db, { courseId: course.id, type: draft.type, body: draft.body });
  if (!checked.ok || Object.keys(fields).length > 0) {
    return { result: "invalid", problems: checked.ok ? [] : checked.problems, fields };
  }
  const { body } = checked;
  return inTransaction(ctx.db, (tx) =>
    questionId === null || opened === null
      ? create(tx, { ctx, courseId: course.id, type: draft.type, facts, body })
      : update(tx, { ctx, courseId: course.id, questionId, type: draft.type, opened, facts, body }),
  );
}

async function create(
  tx: Tx,
  input: { ctx: Context; courseId: string; type: string; facts: Facts; body: unknown },
): Promise<SavedQuestion> {
  const { ctx, courseId, type, facts, body } = input;
  const now = ctx.clock.now();
  const data = { ...facts, courseId, type, createdAt: now, updatedAt: now };
  const { id } = await tx.question.create({ data, select: { id: true } });
  const current = await addVersion(tx, { questionId: id, body, createdById: ctx.actor.id, now });
  return { result: "saved", questionId: id, name: facts.name, current, newVersion: true };
}

const isSameFacts = (a: Facts, b: Facts) =>
  a.name === b.name && a.categoryId === b.categoryId && JSON.stringify(a.tags) === JSON.stringify(b.tags);

/** Whether what stands was saved by somebody else since, and is not what is being saved. */
function isOvertaken(now: LockedQuestion, { opened, facts, body }: { opened: Opened; facts: Facts; body: unknown }) {
  const bodyChanged = now.current !== opened.current && !isSameBody(now.body, body);
  const factsChanged = !isSameFacts(now, opened) && !isSameFacts(now, facts);
  return bodyChanged || factsChanged;
}

async function update(
  tx: Tx,
  input: {
    ctx: Context;
    courseId: string;
    questionId: string;
    type: string;
    opened: Opened;
    facts: Facts;
    body: unknown;
  },
): Promise<SavedQuestion> {
  const { ctx, courseId, questionId: id, facts, body } = input;
  const question = await lockQuestion(tx, { id, courseId });
  if (question?.type !== input.type || question.removedAt) throw notFound();
  if (isOvertaken(question, input)) return { result: "conflict" };
  const now = ctx.clock.now();
  if (!isSameFacts(question, facts)) await tx.question.update({ where: { id }, data: { ...facts, updatedAt: now } });
  if (isSameBody(question.body, body)) {
    return { result: "saved", questionId: id, name: facts.name, current: question.current, newVersion: false };
  }
  const current = await addVersion(tx, { questionId: id, body, createdById: ctx.actor.id, now });
  return { result: "saved", questionId: id, name: facts.name, current, newVersion: true };
}
