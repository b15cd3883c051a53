import { z } from "zod";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { type LoadedQuestion, loadQuestions } from "../load-question.server.ts";
import { countPicks } from "./count-picks.ts";
import { findItemStatistics, satRows } from "./find-item-statistics.server.ts";
import type { SatQuiz } from "./find-sat-quiz.server.ts";
import { partNames } from "./part-names.ts";
import type { ItemChoice } from "./results-schema.ts";

/** Different answers that are read; of texts there may be as many as learners. */
const MOST_ANSWERS = 2_000;
const MOST_SHOWN = 100;

const answerSchema = z.object({ value: z.unknown(), count: z.number(), upper: z.number(), lower: z.number() });
const groupsSchema = z.object({ upper: z.number(), lower: z.number() });
const stemSchema = z.object({ stem: translatedSchema, choices: z.array(z.object({ id: z.string() })).optional() });

/** The best and the weakest that are compared: 27% of each (T. L. Kelley, Journal of Educational Psychology 30, 1939). */
const GROUP = 0.27;

type Context = Pick<PersonContext, "db">;

/**
 * One question of a quiz as it was sat: its figures, and what was answered how often, by all and by the best and the
 * weakest 27% of the attempts. Throws 404 where nobody sat it.
 */
export async function findItem(
  ctx: Context,
  { quiz, versionId, choice }: { quiz: SatQuiz; versionId: string; choice: ItemChoice },
) {
  const [statistics] = await findItemStatistics(ctx, { quiz, choice, versionId });
  if (!statistics) throw notFound();
  const question = (await loadQuestions(ctx.db, [versionId])).get(versionId);
  if (!question) throw notFound();
  const shown = showPlain(question);
  const { stem, choices = [] } = stemSchema.parse(shown);
  const byHand = question.type.rubric !== null;
  const { answers, groups } = byHand
    ? { answers: [], groups: { upper: 0, lower: 0 } }
    : await readAnswers(ctx, { quiz, versionId, choice });
  const options = question.type.name === "true-false" ? ["true", "false"] : choices.map(({ id }) => id);
  const picks = byHand ? [] : countPicks(question, { answers, choices: options }).slice(0, MOST_SHOWN);
  const names = Object.fromEntries(partNames(shown));
  return { statistics, stem, byHand, picks, names, groups };
}

/** As learners see it, with its parts where the author put them. */
const showPlain = ({ type, body, text, media }: LoadedQuestion) =>
  type.show(body, { shuffle: false, random: () => 0, text, media });

async function readAnswers(
  { db }: Context,
  { quiz, versionId, choice }: { quiz: SatQuiz; versionId: string; choice: ItemChoice },
) {
  const ranked = Prisma.sql`
    WITH ranked AS (
      SELECT g."attemptId", g."slot", CASE WHEN a."points" IS NULL THEN NULL ELSE
        percent_rank() OVER (PARTITION BY a."points" IS NULL ORDER BY a."points"::float8 / nullif(a."maxPoints", 0))
        END AS "rank"
      FROM (${satRows(quiz, choice)}) a JOIN "SlotGrade" g ON g."attemptId" = a."id"
      WHERE g."versionId" = ${versionId}::uuid
    )`;
  const upper = Prisma.sql`count(*) FILTER (WHERE r."rank" >= ${1 - GROUP})::int AS "upper"`;
  const lower = Prisma.sql`count(*) FILTER (WHERE r."rank" <= ${GROUP})::int AS "lower"`;
  const [groups] = await queryRows(db, Prisma.sql`${ranked} SELECT ${upper}, ${lower} FROM ranked r`);
  const rows = await queryRows(
    db,
    Prisma.sql`${ranked}
    SELECT w."value", count(*)::int AS "count", ${upper}, ${lower}
    FROM ranked r JOIN "Answer" w ON w."attemptId" = r."attemptId" AND w."slot" = r."slot"
    GROUP BY w."value" ORDER BY 2 DESC LIMIT ${MOST_ANSWERS}`,
  );
  return { answers: answerSchema.array().parse(rows), groups: groupsSchema.parse(groups) };
}
