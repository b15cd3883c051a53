import { z } from "zod";
import { type DbOrTx, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { categoryTree } from "./category-tree.ts";

const choicesSchema = z.object({
  categories: z.array(z.object({ id: z.string(), parentId: z.string().nullable(), name: z.string() })),
  tags: z.array(z.string()),
  pictures: z.array(z.object({ src: z.string(), href: z.string() })),
});

/** What an editor of questions chooses from: categories, tags in use, and the pictures of the course. */
export async function findBankChoices(db: DbOrTx, { courseId }: { courseId: string }) {
  const rows = await queryRows(
    db,
    Prisma.sql`
    SELECT
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c."id", 'parentId', c."parentId", 'name', c."name")), '[]')
        FROM "QuestionCategory" c WHERE c."courseId" = ${courseId}::uuid) AS "categories",
      ARRAY(SELECT DISTINCT "tag" FROM "Question", unnest("tags") AS "tag"
        WHERE "courseId" = ${courseId}::uuid AND "removedAt" IS NULL ORDER BY 1 LIMIT 500) AS "tags",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('src', m."path", 'href', '/media/' || m."sha256") ORDER BY m."path"), '[]')
        FROM "CourseMedia" m WHERE m."courseId" = ${courseId}::uuid AND m."contentType" LIKE 'image/%') AS "pictures"`,
  );
  const [choices] = z.array(choicesSchema).length(1).parse(rows);
  if (!choices) throw new Error("Choices are one row");
  return { ...choices, categories: categoryTree(choices.categories) };
}

export type BankChoices = Awaited<ReturnType<typeof findBankChoices>>;
