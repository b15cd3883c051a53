import { z } from "zod";
import { isAdmin } from "#app/platform/access/actor.ts";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { findBatches } from "../issuing/find-batch.server.ts";
import { findAchievements } from "./find-achievements.server.ts";

const cohortSchema = z.object({ id: z.uuid(), courseId: z.uuid(), names: translatedSchema });

/**
 * What certificates can be issued for, each course with its cohorts, and a page of the batches, the last first; `after` is the
 * `next` of the page before. Throws 404
 * for all but admins.
 */
export async function findIssuePage(
  ctx: Pick<PersonContext, "db" | "actor" | "locale">,
  { after }: { after?: string | undefined } = {},
) {
  if (!isAdmin(ctx.actor)) throw notFound();
  const [achievements, cohorts, { batches, next }] = await Promise.all([
    findAchievements(ctx),
    queryRows(ctx.db, Prisma.sql`SELECT "id"::text, "courseId"::text, "names" FROM "Cohort" ORDER BY "startsAt" DESC`),
    findBatches(ctx, { after }),
  ]);
  const dated = z.array(cohortSchema).parse(cohorts);
  const open = achievements.filter((one) => one.open);
  return {
    achievements: open.map((one) => ({
      ...one,
      cohorts: dated
        .filter(({ courseId }) => courseId === one.id)
        .map(({ id, names }) => ({ id, name: pickTranslated(names, ctx.locale).text })),
    })),
    batches,
    next,
  };
}

export type IssuePage = Awaited<ReturnType<typeof findIssuePage>>;
