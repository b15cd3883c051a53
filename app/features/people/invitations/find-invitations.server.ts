import { z } from "zod";
import { isAdmin } from "#app/platform/access/actor.ts";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { decodeCursor, turnPage } from "#app/platform/http/time-cursor.ts";
import { localeSchema, translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";
import type { InvitationState } from "./invitation-schema.ts";

export const INVITATIONS_PER_PAGE = 50;

const rowSchema = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  locale: localeSchema.catch("ar"),
  sentAt: z.date(),
  expiresAt: z.date(),
  createdAt: z.date(),
  acceptedAt: z.date().nullable(),
  withdrawnAt: z.date().nullable(),
  acceptedById: z.uuid().nullable(),
  by: z.string().nullable(),
  courses: z.array(translatedSchema),
});

const stateConditions = (now: Date): Record<InvitationState, Prisma.Sql> => ({
  waiting: Prisma.sql`i."acceptedAt" IS NULL AND i."withdrawnAt" IS NULL AND i."expiresAt" > ${now}`,
  expired: Prisma.sql`i."acceptedAt" IS NULL AND i."withdrawnAt" IS NULL AND i."expiresAt" <= ${now}`,
  accepted: Prisma.sql`i."acceptedAt" IS NOT NULL`,
  withdrawn: Prisma.sql`i."acceptedAt" IS NULL AND i."withdrawnAt" IS NOT NULL`,
});

type Filters = { q?: string | undefined; state?: InvitationState | undefined };

/** One page of the invitations that pass the filters, the newest first. Throws 404 for all but admins. */
export async function findInvitations(
  { db, actor, clock, locale }: Pick<PersonContext, "db" | "actor" | "clock" | "locale">,
  { cursor: given, q, state }: Filters & { cursor?: string | undefined },
) {
  if (!isAdmin(actor)) throw notFound();
  const now = clock.now();
  const cursor = decodeCursor(given);
  const back = cursor?.direction === "before";
  const way = back ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const conditions = [
    Prisma.sql`true`,
    ...(state ? [stateConditions(now)[state]] : []),
    ...(q ? [Prisma.sql`person_search_vector(i."name", i."email") @@ search_query(${q})`] : []),
    ...(cursor
      ? [
          Prisma.sql`(i."createdAt", i."id") ${back ? Prisma.sql`>` : Prisma.sql`<`}
            (${cursor.at}::timestamptz, ${cursor.id}::uuid)`,
        ]
      : []),
  ];
  const rows = await queryRows(
    db,
    Prisma.sql`
    SELECT i."id"::text, i."email", i."name", i."locale", i."sentAt", i."expiresAt", i."createdAt", i."acceptedAt",
      i."withdrawnAt", i."acceptedById"::text, u."name" AS "by",
      coalesce((SELECT jsonb_agg(t."titles") FROM "InvitationCourse" c CROSS JOIN LATERAL (
        SELECT jsonb_object_agg(x."locale", x."title") AS "titles" FROM "CourseText" x WHERE x."courseId" = c."courseId"
      ) t WHERE c."invitationId" = i."id" AND t."titles" IS NOT NULL), '[]') AS "courses"
    FROM "Invitation" i LEFT JOIN "User" u ON u."id" = i."invitedById"
    WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY i."createdAt" ${way}, i."id" ${way} LIMIT ${INVITATIONS_PER_PAGE + 1}`,
  );
  const found = z.array(rowSchema).parse(rows);
  const { rows: page, ...pages } = turnPage(found, {
    ...{ cursor, size: INVITATIONS_PER_PAGE },
    timeOf: ({ createdAt }) => createdAt,
  });
  return {
    invitations: page.map(({ courses, ...row }) => ({
      ...row,
      state: stateOf(row, now),
      courses: courses.map((titles: Translated) => pickTranslated(titles, locale)),
    })),
    ...pages,
  };
}

function stateOf(row: Pick<z.infer<typeof rowSchema>, "acceptedAt" | "withdrawnAt" | "expiresAt">, now: Date) {
  if (row.acceptedAt) return "accepted" as const;
  if (row.withdrawnAt) return "withdrawn" as const;
  return row.expiresAt <= now ? ("expired" as const) : ("waiting" as const);
}

export type InvitationInList = Awaited<ReturnType<typeof findInvitations>>["invitations"][number];

/** The courses in which who is invited may be given a place, by their titles. Throws 404 for all but admins. */
export async function findInvitationCourses({ db, actor, locale }: Pick<PersonContext, "db" | "actor" | "locale">) {
  if (!isAdmin(actor)) throw notFound();
  const courses = await db.course.findMany({
    where: { state: "published", deletedAt: null, currentReleaseId: { not: null } },
    select: { id: true, texts: { select: { locale: true, title: true } } },
    orderBy: { publishedAt: "desc" },
    take: 500,
  });
  return courses.map(({ id, texts }) => {
    const titles: Translated = Object.fromEntries(texts.map((text) => [localeSchema.parse(text.locale), text.title]));
    return { id, title: pickTranslated(titles, locale) };
  });
}
