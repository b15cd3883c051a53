import {
  type ShownSelfCheck,
  type TriedSelfCheck,
  unsafeShowSelfCheck,
  unsafeTrySelfCheck,
} from "#app/features/quiz/self-check/self-check.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { findOpenLesson } from "./find-lesson-page.server.ts";
import { isReadable } from "./lesson-access.ts";

type Context = Pick<UseCaseContext, "db" | "actor" | "clock">;
type Address = { course: string; lesson: string; question: string };

async function open(ctx: Context, { question, ...address }: Address) {
  const { access, lesson } = await findOpenLesson(ctx, address);
  if (!isReadable(access)) throw notFound();
  return { releaseId: lesson.releaseId, lessonId: lesson.id, questionId: question };
}

/** A question that stands in a lesson which the actor may read. Throws 404 for who may not, and where there is none. */
export async function showSelfCheck(ctx: Context, address: Address): Promise<ShownSelfCheck> {
  return unsafeShowSelfCheck(ctx.db, await open(ctx, address));
}

/** What her answer to it is worth; it is neither kept nor counted. Throws as `showSelfCheck`. */
export async function trySelfCheck(
  ctx: Context,
  { answer, ...address }: Address & { answer: unknown },
): Promise<TriedSelfCheck> {
  return unsafeTrySelfCheck(ctx.db, { ...(await open(ctx, address)), answer });
}
