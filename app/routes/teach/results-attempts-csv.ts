import { findAttempts } from "#app/features/quiz/results/find-attempts.server.ts";
import { findSatQuiz } from "#app/features/quiz/results/find-sat-quiz.server.ts";
import { attemptChoiceSchema, quizAddressSchema } from "#app/features/quiz/results/results-schema.ts";
import { writeAttemptsCsv } from "#app/features/quiz/results/write-attempts-csv.ts";
import { csvHeaders } from "#app/platform/csv/write-csv.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { serverWords } from "#app/platform/i18n/messages.server.ts";

const MOST = 100_000;

/** The attempts at a quiz, for a spreadsheet. */
export const loader = declareLoader({
  access: "teaching",
  params: quizAddressSchema,
  search: attemptChoiceSchema,
  load: async ({ personCtx, params, search: choice }) => {
    const ctx = personCtx();
    const quiz = await findSatQuiz(ctx, params);
    const { attempts } = await findAttempts(ctx, { quiz, choice, limit: MOST });
    const t = serverWords(ctx.locale).of("quiz-results");
    return new Response(
      writeAttemptsCsv(attempts, (column) => t(`csv.${column}`)),
      { headers: csvHeaders(`${params.course}-${params.lesson}-attempts.csv`) },
    );
  },
});
