import { Prisma } from "#app/platform/db/generated/client.ts";
import type { CertificateStatus } from "../certificate-status.ts";
import type { RegisterFilters } from "./register-filters.ts";

/** The same order of reasons as `certificateStatus`. */
const statusConditions: Record<CertificateStatus, (now: Date) => Prisma.Sql> = {
  revoked: () => Prisma.sql`c."revokedAt" IS NOT NULL`,
  superseded: () => Prisma.sql`c."revokedAt" IS NULL AND NOT c."current"`,
  expired: (now) =>
    Prisma.sql`c."revokedAt" IS NULL AND c."current" AND c."expiresAt" IS NOT NULL AND c."expiresAt" <= ${now}`,
  valid: (now) =>
    Prisma.sql`c."revokedAt" IS NULL AND c."current" AND (c."expiresAt" IS NULL OR c."expiresAt" > ${now})`,
};

/** Certificates "c" of a status at `now`. */
export const statusCondition = (status: CertificateStatus, now: Date) => statusConditions[status](now);

/**
 * The certificates that are looked for by a text, as "matched": by what they say, or by whom they belong to. Each half
 * is read from an index of its own.
 */
export const matchedBy = (q: string | undefined) =>
  q === undefined
    ? Prisma.sql`"matched" AS (SELECT NULL::uuid AS "id")`
    : Prisma.sql`"matched" AS MATERIALIZED (
      SELECT s."id" FROM "Certificate" s WHERE s."searchVector" @@ search_query(${q})
      UNION
      SELECT s."id" FROM "User" u JOIN "Certificate" s ON s."userId" = u."id"
      WHERE person_search_vector(u."name", u."email") @@ search_query(${q}))`;

function achieved(achievement: string): Prisma.Sql {
  const [kind, slug] = achievement.split(":");
  return kind === "course"
    ? Prisma.sql`c."courseId" = (SELECT "id" FROM "Course" WHERE "slug" = ${slug})`
    : Prisma.sql`c."programmeId" = (SELECT "id" FROM "Programme" WHERE "slug" = ${slug})`;
}

/** Midnight at the beginning of a day, and so many days later. */
const midnight = (day: string, timeZone: string, later = 0) =>
  Prisma.sql`((${day}::date + ${later}::int)::timestamp AT TIME ZONE ${timeZone})`;

/** Which certificates "c" pass all filters but that of the status; reads "matched" of `matchedBy`. */
export function registerConditions(
  { q, for: achievement, cause, from, until }: RegisterFilters,
  timeZone: string,
): Prisma.Sql {
  const conditions = [
    q === undefined ? [] : [Prisma.sql`c."id" IN (SELECT "id" FROM "matched")`],
    achievement === undefined ? [] : [achieved(achievement)],
    cause === undefined ? [] : [Prisma.sql`c."cause" = ${cause}::"CertificateCause"`],
    from === undefined ? [] : [Prisma.sql`c."issuedAt" >= ${midnight(from, timeZone)}`],
    until === undefined ? [] : [Prisma.sql`c."issuedAt" < ${midnight(until, timeZone, 1)}`],
  ].flat();
  return conditions.length > 0 ? Prisma.join(conditions, " AND ") : Prisma.sql`true`;
}
