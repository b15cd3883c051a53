import { z } from "zod";
import { type DbOrTx, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { localeSchema, translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { bankConditions, drawsFrom, planSources } from "./bank-conditions.server.ts";
import { type BankCursor, decodeCursor, encodeCursor } from "./bank-cursor.server.ts";
import { type BankFilters, type BankSort, effectiveSort } from "./bank-filters.ts";
import { type BankCourse, openBank } from "./open-bank.server.ts";
import { plainStem } from "./plain-stem.ts";
import { summariseBank } from "./summarise-bank.server.ts";

export const QUESTIONS_PER_PAGE = 25;

const rowSchema = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  tags: z.array(z.string()),
  locales: z.array(localeSchema),
  categoryId: z.string().nullable(),
  current: z.number(),
  createdAt: z.date(),
  updatedAt: z.date(),
  stem: translatedSchema.catch({}),
  quizzes: z.number(),
});

type Row = z.infer<typeof rowSchema>;

const orders: Record<BankSort, { key: Prisma.Sql; falling: boolean; cast: Prisma.Sql }> = {
  changed: { key: Prisma.sql`q."updatedAt"`, falling: true, cast: Prisma.sql`::timestamptz` },
  created: { key: Prisma.sql`q."createdAt"`, falling: true, cast: Prisma.sql`::timestamptz` },
  name: { key: Prisma.sql`q."name" COLLATE "und-x-icu"`, falling: false, cast: Prisma.sql`::text` },
};

const keyOf = (row: Row, sort: BankSort): string =>
  sort === "name" ? row.name : (sort === "created" ? row.createdAt : row.updatedAt).toISOString();

/** One page and one question more; walking back gives the nearest first. */
async function pickQuestions(
  db: DbOrTx,
  { course, filters, cursor }: { course: BankCourse; filters: BankFilters; cursor: BankCursor | undefined },
): Promise<Row[]> {
  const { key, falling, cast } = orders[effectiveSort(filters)];
  const forward = falling !== (cursor?.direction === "before");
  const way = forward ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const beyond = forward ? Prisma.sql`<` : Prisma.sql`>`;
  const from = cursor
    ? Prisma.sql`AND (${key}, q."id") ${beyond} (${cursor.key}${cast}, ${cursor.id}::uuid)`
    : Prisma.empty;
  const rows = await queryRows(
    db,
    Prisma.sql`
    WITH ${planSources(course.id)},
    "picked" AS MATERIALIZED (
      SELECT q.*, row_number() OVER (ORDER BY ${key} ${way}, q."id" ${way}) AS "place" FROM "Question" q
      WHERE ${bankConditions(course, filters)} ${from}
      ORDER BY ${key} ${way}, q."id" ${way} LIMIT ${QUESTIONS_PER_PAGE + 1}
    )
    SELECT q."id"::text, q."name", q."type", q."tags", q."locales", q."categoryId"::text, q."current", q."createdAt",
      q."updatedAt", v."body"->'stem' AS "stem",
      (SELECT count(DISTINCT s."lessonId")::integer FROM "source" s WHERE ${drawsFrom}) AS "quizzes"
    FROM "picked" q LEFT JOIN "QuestionVersion" v ON v."questionId" = q."id" AND v."number" = q."current"
    ORDER BY q."place"`,
  );
  return z.array(rowSchema).parse(rows);
}

function cursorAt(row: Row, sort: BankSort, direction: BankCursor["direction"]): string {
  return encodeCursor({ sort, key: keyOf(row, sort), id: row.id, direction });
}

/**
 * One page of the questions of a course's bank that pass the filters, with cursors to the pages beside it, how many
 * pass, and the categories, tags and types to choose from. `undo` names questions just removed: how many of them still
 * are is told. A cursor that is not understood gives the first page. Throws `notFound`.
 */
export async function findQuestions(
  ctx: Pick<PersonContext, "db" | "actor" | "locale">,
  { course: slug, cursor: given, undo, ...filters }: { course: string; cursor?: string; undo?: string } & BankFilters,
) {
  const course = await openBank(ctx, { course: slug });
  const sort = effectiveSort(filters);
  const cursor = decodeCursor(given, sort);
  const removed = (undo ?? "").split(",").filter((id) => z.uuid().safeParse(id).success);
  const [found, summary] = await Promise.all([
    pickQuestions(ctx.db, { course, filters, cursor }),
    summariseBank(ctx.db, { course, filters, removed }),
  ]);
  const more = found.length > QUESTIONS_PER_PAGE;
  const back = cursor?.direction === "before";
  const page = found.slice(0, QUESTIONS_PER_PAGE);
  if (back) page.reverse();
  const [first, last] = [page[0], page.at(-1)];
  return {
    course,
    summary,
    questions: page.map(({ stem, createdAt, updatedAt, ...row }) => ({
      ...row,
      updatedAt: updatedAt.toISOString(),
      stem: plainStem(stem, ctx.locale),
    })),
    next: last && (back || more) ? cursorAt(last, sort, "after") : undefined,
    previous: first && (back ? more : cursor) ? cursorAt(first, sort, "before") : undefined,
  };
}

export type BankList = Awaited<ReturnType<typeof findQuestions>>;
export type QuestionInList = BankList["questions"][number];
