import { randomUUID } from "node:crypto";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { openRoster } from "../open-roster.server.ts";
import { type Addressed, audienceOf } from "./audience.ts";

/**
 * What a message begins with: the course with its cohorts, to whom the address says it goes, and an id by which the
 * form is known however often it is sent. Throws 404 where the actor holds no role in the course, and where the one
 * learner who is named has no place in it.
 */
export async function findComposePage(
  ctx: Pick<PersonContext, "db" | "actor">,
  { course: slug, ...addressed }: { course: string } & Addressed,
) {
  const course = await openRoster(ctx, { course: slug });
  const given = audienceOf(addressed);
  const learner =
    given.kind === "learner" ? await findName(ctx.db, { courseId: course.id, id: given.enrolmentId }) : null;
  return { course, given, learner, formId: randomUUID() };
}

async function findName(db: PersonContext["db"], where: { courseId: string; id: string }): Promise<string> {
  const found = await db.enrolment.findUnique({ where, select: { user: { select: { name: true } } } });
  if (!found) throw notFound();
  return found.user.name;
}

export type ComposePage = Awaited<ReturnType<typeof findComposePage>>;
