import { z } from "zod";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import {
  type MyCertificate,
  type MyNames,
  type MyRequest,
  myCertificateColumns,
  myCertificateSchema,
  namesColumn,
  namesSchema,
  requestColumn,
  requestSchema,
  toMyCertificate,
} from "./certificate-rows.server.ts";

const programmeSchema = z.object({
  slug: z.string(),
  titles: translatedSchema,
  courses: z.array(
    z.object({ slug: z.string(), titles: translatedSchema, finished: z.boolean(), enrolled: z.boolean() }),
  ),
});

/** A programme of which she learns a course, and how many of its courses she has still to finish. */
export type ProgrammeInProgress = z.infer<typeof programmeSchema> & { left: number };

/**
 * The actor's own certificates, newest first, also those that hold no longer; what she or the academy asked for and
 * was not granted (yet); her names; and the programmes that she is on her way through. Two queries.
 */
export async function findMyCertificates({ db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">): Promise<{
  names: MyNames;
  certificates: MyCertificate[];
  requests: MyRequest[];
  programmes: ProgrammeInProgress[];
}> {
  const held = Prisma.sql`SELECT ${myCertificateColumns} FROM "Certificate" c WHERE c."userId" = ${actor.id}::uuid
    ORDER BY c."issuedAt" DESC, c."id" DESC`;
  const [certificates, others] = await Promise.all([queryRows(db, held), queryRows(db, otherRows(actor.id))]);
  const [person] = otherSchema.array().parse(others);
  if (!person) throw notFound();
  const now = clock.now();
  return {
    names: person.names,
    certificates: myCertificateSchema
      .array()
      .parse(certificates)
      .map((row) => toMyCertificate(row, now)),
    requests: person.requests,
    programmes: person.programmes.map((programme) => ({
      ...programme,
      left: programme.courses.filter(({ finished }) => !finished).length,
    })),
  };
}

const otherSchema = z.object({
  names: namesSchema,
  requests: requestSchema.array(),
  programmes: programmeSchema.array(),
});

const otherRows = (userId: string) => Prisma.sql`
  SELECT ${namesColumn} AS "names",
    coalesce((SELECT json_agg(${requestColumn} ORDER BY r."createdAt" DESC) FROM "CertificateRequest" r
      WHERE r."userId" = u."id" AND r."state" <> 'approved'), '[]') AS "requests",
    coalesce((SELECT json_agg(json_build_object('slug', p."slug", 'titles', p."titles", 'courses', p."courses")
        ORDER BY p."position", p."slug")
      FROM (SELECT g."slug", g."titles", g."position",
          json_agg(json_build_object('slug', o."slug",
            'titles', (SELECT json_object_agg(t."locale", t."title") FROM "CourseText" t WHERE t."courseId" = o."id"),
            'finished', e."completedAt" IS NOT NULL, 'enrolled', coalesce(e."state" = 'active', false))
            ORDER BY pc."position") AS "courses"
        FROM "Programme" g JOIN "ProgrammeCourse" pc ON pc."programmeId" = g."id"
        JOIN "Course" o ON o."id" = pc."courseId" AND o."state" = 'published'
        LEFT JOIN "Enrolment" e ON e."courseId" = o."id" AND e."userId" = u."id"
        WHERE g."certificateRule" <> 'none' AND NOT EXISTS (SELECT 1 FROM "Certificate" c
          WHERE c."userId" = u."id" AND c."programmeId" = g."id" AND c."current")
        GROUP BY g."id" HAVING count(e."id") > 0) p), '[]') AS "programmes"
  FROM "User" u WHERE u."id" = ${userId}::uuid`;
