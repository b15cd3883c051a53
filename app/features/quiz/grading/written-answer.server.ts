import { z } from "zod";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { unsafeFindAnswerFiles } from "../answer-files/find-answer-file.server.ts";

const answerSchema = z.union([z.object({ text: z.string() }), z.object({ files: z.array(z.uuid()) }), z.null()]);
const shownSchema = z.object({ stem: translatedSchema });

type Written = { answer: unknown; shown: unknown; attemptId: string; blind: boolean };

/** What was asked, as it was sat, and what was written; of a quiz that is graded blind without names of files. */
export async function readWrittenAnswer(
  { db }: Pick<PersonContext, "db">,
  { answer, shown, attemptId, blind }: Written,
) {
  const { stem } = shownSchema.parse(shown);
  const read = answerSchema.parse(answer);
  if (read === null || "text" in read) return { stem, answer: read };
  const sent = await unsafeFindAnswerFiles(db, { attemptId, blind });
  return { stem, answer: { files: sent.filter(({ id }) => read.files.includes(id)) } };
}
