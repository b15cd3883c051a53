import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { newPartId } from "../question-types/part-id.ts";
import { questionTypes } from "../question-types/registry.ts";
import { findBankChoices } from "./find-bank-choices.server.ts";
import { openBank } from "./open-bank.server.ts";

/** What is needed to write a new question; its body is the one with which its type begins. Throws `notFound`. */
export async function beginQuestion(
  ctx: Pick<PersonContext, "db" | "actor">,
  { course: slug, type: name }: { course: string; type: string | undefined },
) {
  const course = await openBank(ctx, { course: slug });
  if (name === undefined) return { course, begun: null };
  const type = questionTypes.get(name);
  if (!type) throw notFound();
  const choices = await findBankChoices(ctx.db, { courseId: course.id });
  // Through JSON, as everything that a page is given.
  const body: unknown = JSON.parse(JSON.stringify(type.start(newPartId)));
  return { course, begun: { type: name, body, choices } };
}
