import { z } from "zod";
import { isAdmin } from "#app/platform/access/actor.ts";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { CertificateRule } from "#app/platform/db/generated/enums.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { decodeTitleCursor, turnTitlePage } from "#app/platform/http/title-cursor.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { localePreference } from "#app/platform/i18n/locales.ts";
import { loadTemplateVersion } from "../templates/load-template-version.server.ts";
import type { RuleFilters } from "./rule-filters.ts";
import type { RuleKind } from "./rule-schema.ts";

export const RULES_PER_PAGE = 25;

const rowSchema = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  titleLocale: localeSchema,
  /** Whether learners can find it. */
  published: z.boolean(),
  rule: z.enum(CertificateRule),
  templateId: z.string().nullable(),
  months: z.number().nullable(),
  paid: z.boolean(),
});

export type RuleInList = z.output<typeof rowSchema>;

export type RuleSearch = RuleFilters & { cursor?: string };

/** All courses, or programmes, as "x", each under the title by which a reader of this language finds it. */
function named(kind: RuleKind, locale: Locale): Prisma.Sql {
  const columns = Prisma.sql`c."id", c."slug", c."certificateRule", c."certificateTemplateId", c."certificateMonths"`;
  if (kind === "courses") {
    return Prisma.sql`
      SELECT ${columns}, c."certificatePaid" AS "paid", n."title", n."textLocale" AS "titleLocale", c."state" = 'published' AS "published",
        (SELECT string_agg(t."title", ' ') FROM "CourseText" t WHERE t."courseId" = c."id") AS "titles"
      FROM "Course" c JOIN "CourseTitle" n ON n."courseId" = c."id" AND n."locale" = ${locale}`;
  }
  const preference = localePreference(locale);
  return Prisma.sql`
    SELECT ${columns}, false AS "paid", c."titles"->>n."locale" AS "title", n."locale" AS "titleLocale", true AS "published",
      (SELECT string_agg(t."value", ' ') FROM jsonb_each_text(c."titles") t) AS "titles"
    FROM "Programme" c CROSS JOIN LATERAL (
      SELECT l."locale" FROM unnest(${preference}::text[]) WITH ORDINALITY AS l("locale", "place")
      WHERE c."titles" ? l."locale" ORDER BY l."place" LIMIT 1) n`;
}

function conditions({ q, template, rule }: RuleSearch, defaultId: string): Prisma.Sql {
  const like = q ? `%${q.replace(/[\\%_]/g, "\\$&")}%` : undefined;
  return Prisma.join(
    [
      Prisma.sql`true`,
      ...(like ? [Prisma.sql`(x."titles" ILIKE ${like} OR x."slug" ILIKE ${like})`] : []),
      ...(template ? [Prisma.sql`coalesce(x."certificateTemplateId", ${defaultId}::uuid) = ${template}::uuid`] : []),
      ...(rule ? [Prisma.sql`x."certificateRule" = ${rule}::"CertificateRule"`] : []),
    ],
    " AND ",
  );
}

/**
 * One page of what courses, or programmes, bring when they are finished, by title, with cursors to the pages beside it,
 * and the templates to choose from. `q` is looked for in the titles of all languages. Throws `notFound` to whoever is no
 * admin.
 */
export async function findRules(
  { db, actor, locale }: Pick<PersonContext, "db" | "actor" | "locale">,
  search: RuleSearch,
) {
  if (!isAdmin(actor)) throw notFound();
  const { templateId: defaultId } = await loadTemplateVersion({ db }, { templateId: null });
  const cursor = decodeTitleCursor(search.cursor);
  const back = cursor?.[0] === "before";
  const way = back ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const beyond = back ? Prisma.sql`<` : Prisma.sql`>`;
  const title = Prisma.sql`x."title" COLLATE ${Prisma.raw(`"${locale}-x-icu"`)}`;
  const from = cursor ? Prisma.sql`AND (${title}, x."id") ${beyond} (${cursor[1]}, ${cursor[2]}::uuid)` : Prisma.empty;
  const [rows, templates] = await Promise.all([
    queryRows(
      db,
      Prisma.sql`
      SELECT x."id"::text, x."slug", x."title", x."titleLocale", x."published", x."certificateRule" AS "rule",
        x."certificateTemplateId"::text AS "templateId", x."certificateMonths" AS "months", x."paid"
      FROM (${named(search.kind, locale)}) x
      WHERE ${conditions(search, defaultId)} ${from}
      ORDER BY ${title} ${way}, x."id" ${way} LIMIT ${RULES_PER_PAGE + 1}`,
    ),
    db.certificateTemplate.findMany({
      select: { id: true, name: true, isDefault: true },
      orderBy: [{ isDefault: "desc" }, { name: "asc" }],
    }),
  ]);
  const found = z.array(rowSchema).parse(rows);
  const { rows: rules, ...pages } = turnTitlePage(found, { cursor, size: RULES_PER_PAGE });
  return { rules, templates, ...pages };
}

export type RuleList = Awaited<ReturnType<typeof findRules>>;
