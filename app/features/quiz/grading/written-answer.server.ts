import { z } from "zod";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";

const answerSchema = z.union([z.object({ text: z.string() }), z.object({ files: z.array(z.uuid()) }), z.null()]);
const shownSchema = z.object({ stem: translatedSchema });

/** What was asked, as it was sat, and what was written; of a quiz that is graded blind without names of files. */
export async function readWrittenAnswer(
  _: Pick<PersonContext, "db">,
  { answer, shown }: { answer: unknown; shown: unknown; blind: boolean },
) {
  const { stem } = shownSchema.parse(shown);
  const read = answerSchema.parse(answer);
  if (read === null || "text" in read) return { stem, answer: read };
  return { stem, answer: { files: read.files.map((id) => ({ id, name: "" })) } };
}
