import { z } from "zod";
import { openCourseDraft } from "#app/features/course/open-course-draft.server.ts";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { type BankQuestion, stemOf } from "./plan-pieces.server.ts";

export const chooseQuestionsSchema = z.object({
  q: z.string().trim().max(200).default(""),
  category: z.uuid().optional().catch(undefined),
  /** Tags that a question must have, all of them, as JSON. */
  tags: z
    .string()
    .transform((json, context) => {
      try {
        return JSON.parse(json);
      } catch {
        context.addIssue({ code: "custom" });
        return z.NEVER;
      }
    })
    .pipe(z.array(z.string().max(60)).max(20))
    .catch([])
    .default([]),
  after: z.string().optional(),
});

export type Choosable = { questions: BankQuestion[]; total: number; next: string | undefined };

const PAGE = 20;
const cursorSchema = z.tuple([z.coerce.date(), z.uuid()]);

const rowSchema = z.object({
  ...{ id: z.uuid(), name: z.string(), type: z.string(), tags: z.array(z.string()) },
  ...{ body: z.unknown(), updatedAt: z.date() },
});

/** As LIKE takes it, with its own signs made plain. */
const pattern = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

function conditions({ q, category, tags }: Omit<z.output<typeof chooseQuestionsSchema>, "after">): Prisma.Sql {
  const wanted = [
    ...(q === "" ? [] : [Prisma.sql`(n."name" ILIKE ${pattern(q)} OR v."body"->>'stem' ILIKE ${pattern(q)})`]),
    ...(category === undefined ? [] : [Prisma.sql`n."categoryId" = ${category}::uuid`]),
    ...(tags.length === 0 ? [] : [Prisma.sql`n."tags" @> ${tags}::text[]`]),
  ];
  return wanted.length === 0 ? Prisma.empty : Prisma.sql`AND ${Prisma.join(wanted, " AND ")}`;
}

/**
 * Questions of a course's bank that a quiz may take, those changed last first, a page at a time, and how many there
 * are in all. Found by words in name or text, category and tags. `after` is the `next` of the page before. Throws 404
 * for who may not edit the course.
 */
export async function findChoosableQuestions(
  ctx: Pick<PersonContext, "db" | "actor">,
  { course: slug, after, ...wanted }: { course: string } & z.output<typeof chooseQuestionsSchema>,
): Promise<Choosable> {
  const course = await openCourseDraft(ctx, { course: slug });
  const from = Prisma.sql`
    FROM "Question" n JOIN "QuestionVersion" v ON v."questionId" = n."id" AND v."number" = n."current"
    WHERE n."courseId" = ${course.id}::uuid AND n."removedAt" IS NULL ${conditions(wanted)}`;
  const cursor = cursorSchema.safeParse(after?.split("_"));
  const page = cursor.success
    ? Prisma.sql`AND (n."updatedAt", n."id") < (${cursor.data[0]}, ${cursor.data[1]}::uuid)`
    : Prisma.empty;
  const rows = await queryRows(
    ctx.db,
    Prisma.sql`SELECT n."id", n."name", n."type", n."tags", n."updatedAt", v."body" ${from} ${page}
      ORDER BY n."updatedAt" DESC, n."id" DESC LIMIT ${PAGE + 1}`,
  );
  const found = z.array(rowSchema).parse(rows);
  const [counted] = await queryRows(ctx.db, Prisma.sql`SELECT count(*)::int AS "total" ${from}`);
  const shown = found.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    questions: shown.map(({ body, updatedAt: _, ...rest }) => ({ ...rest, stem: stemOf(body), removed: false })),
    total: z.object({ total: z.number() }).parse(counted).total,
    next: last && found.length > PAGE ? `${last.updatedAt.toISOString()}_${last.id}` : undefined,
  };
}
