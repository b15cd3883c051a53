import { z } from "zod";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { pickTranslated } from "#app/platform/i18n/locales.ts";

const rowSchema = z.object({
  kind: z.enum(["course", "programme"]),
  id: z.uuid(),
  slug: z.string(),
  titles: translatedSchema,
  /** Learners can see it. */
  open: z.boolean(),
});

/** What certificates can be for, programmes first, each by its title in the reader's language. */
export async function findAchievements({ db, locale }: Pick<PersonContext, "db" | "locale">) {
  const rows = await queryRows(
    db,
    Prisma.sql`
    SELECT 'programme' AS "kind", p."id"::text, p."slug", p."titles", true AS "open" FROM "Programme" p
    UNION ALL
    SELECT 'course', c."id"::text, c."slug",
      (SELECT coalesce(jsonb_object_agg(t."locale", t."title"), '{}') FROM "CourseText" t WHERE t."courseId" = c."id"),
      c."state" <> 'draft'
    FROM "Course" c`,
  );
  const order = new Intl.Collator(locale);
  return z
    .array(rowSchema)
    .parse(rows)
    .map(({ titles, ...rest }) => ({ ...rest, title: pickTranslated(titles, locale).text || rest.slug }))
    .sort((a, b) => b.kind.localeCompare(a.kind) || order.compare(a.title, b.title));
}

export type Achievement = Awaited<ReturnType<typeof findAchievements>>[number];
