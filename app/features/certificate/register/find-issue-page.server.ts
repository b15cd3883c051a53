import { z } from "zod";
import { isAdmin } from "#app/platform/access/actor.ts";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { findAchievements } from "./find-achievements.server.ts";

const RECENT = 10;

const cohortSchema = z.object({ id: z.uuid(), courseId: z.uuid(), names: translatedSchema });

const batchSchema = z.object({
  id: z.uuid(),
  kind: z.enum(["course", "programme"]),
  achievementId: z.uuid(),
  cohort: translatedSchema.nullable(),
  reason: z.string(),
  createdBy: z.string().nullable(),
  createdAt: z.date(),
  finishedAt: z.date().nullable(),
  learners: z.number(),
  issued: z.number(),
});

/**
 * What certificates can be issued for, each course with its cohorts, and the batches that were begun last. Throws 404
 * for all but admins.
 */
export async function findIssuePage(ctx: Pick<PersonContext, "db" | "actor" | "locale">) {
  if (!isAdmin(ctx.actor)) throw notFound();
  const [achievements, cohorts, batches] = await Promise.all([
    findAchievements(ctx),
    queryRows(ctx.db, Prisma.sql`SELECT "id"::text, "courseId"::text, "names" FROM "Cohort" ORDER BY "startsAt" DESC`),
    queryRows(
      ctx.db,
      Prisma.sql`
      SELECT b."id"::text, CASE WHEN b."courseId" IS NULL THEN 'programme' ELSE 'course' END AS "kind",
        coalesce(b."courseId", b."programmeId")::text AS "achievementId", h."names" AS "cohort", b."reason",
        u."name" AS "createdBy", b."createdAt", b."finishedAt",
        (SELECT count(*)::int FROM "CertificateBatchItem" i WHERE i."batchId" = b."id") AS "learners",
        (SELECT count(*)::int FROM "CertificateBatchItem" i WHERE i."batchId" = b."id" AND i."outcome" = 'issued')
          AS "issued"
      FROM "CertificateBatch" b LEFT JOIN "Cohort" h ON h."id" = b."cohortId"
        LEFT JOIN "User" u ON u."id" = b."createdById"
      ORDER BY b."createdAt" DESC, b."id" LIMIT ${RECENT}`,
    ),
  ]);
  const named = new Map(achievements.map((one) => [one.id, one.title]));
  return {
    achievements: achievements
      .filter(({ open }) => open)
      .map((one) => ({
        ...one,
        cohorts: z
          .array(cohortSchema)
          .parse(cohorts)
          .filter(({ courseId }) => courseId === one.id)
          .map(({ id, names }) => ({ id, name: pickTranslated(names, ctx.locale).text })),
      })),
    batches: z
      .array(batchSchema)
      .parse(batches)
      .map((batch) => ({ ...batch, title: named.get(batch.achievementId) ?? "" })),
  };
}

export type IssuePage = Awaited<ReturnType<typeof findIssuePage>>;
