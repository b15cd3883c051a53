import { z } from "zod";
import { type DbOrTx, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";

/** What is known by now of something that was acted on; what was removed has no name left. */
const subjectSchema = z.object({
  type: z.string(),
  id: z.string(),
  /** What it is called, in one language or in several. */
  name: z.string().nullable(),
  names: translatedSchema.nullable().catch(null),
  /** What its address is made of: its slug, number or serial. */
  key: z.string().nullable(),
  course: z.string().nullable(),
  /** Whose it is. */
  personId: z.string().nullable(),
});

export type AuditSubject = z.output<typeof subjectSchema>;
type Named = { subjectType: string; subjectId: string | null };

const titles = Prisma.sql`(SELECT jsonb_object_agg(t."locale", t."title") FROM "CourseTitle" t WHERE t."courseId" = k."id")`;
const none = Prisma.sql`NULL::text`;
const noNames = Prisma.sql`NULL::jsonb`;

type Source = { name?: Prisma.Sql; names?: Prisma.Sql; key?: Prisma.Sql; course?: Prisma.Sql; person?: Prisma.Sql };

/** How each kind is called, read from "s" in its table and what is joined to it. */
const sources: Record<string, Source & { from: Prisma.Sql }> = {
  person: { from: Prisma.sql`"User" s`, name: Prisma.sql`s."name"`, person: Prisma.sql`s."id"` },
  course: { from: Prisma.sql`"Course" s JOIN "Course" k ON k."id" = s."id"`, names: titles, key: Prisma.sql`s."slug"` },
  programme: { from: Prisma.sql`"Programme" s`, names: Prisma.sql`s."titles"`, key: Prisma.sql`s."slug"` },
  enrolment: {
    from: Prisma.sql`"Enrolment" s JOIN "User" u ON u."id" = s."userId" JOIN "Course" k ON k."id" = s."courseId"`,
    ...{ name: Prisma.sql`u."name"`, names: titles, course: Prisma.sql`k."slug"`, person: Prisma.sql`u."id"` },
  },
  attempt: {
    from: Prisma.sql`"Attempt" s JOIN "Enrolment" e ON e."id" = s."enrolmentId" JOIN "User" u ON u."id" = e."userId"
      JOIN "Course" k ON k."id" = e."courseId"`,
    ...{ name: Prisma.sql`u."name"`, names: titles, key: Prisma.sql`e."id"::text`, course: Prisma.sql`k."slug"` },
    person: Prisma.sql`u."id"`,
  },
  cohort: {
    from: Prisma.sql`"Cohort" s JOIN "Course" k ON k."id" = s."courseId"`,
    ...{ names: Prisma.sql`s."names"`, course: Prisma.sql`k."slug"` },
  },
  certificate: {
    from: Prisma.sql`"Certificate" s LEFT JOIN "User" u ON u."id" = s."userId"`,
    ...{ name: Prisma.sql`u."name"`, key: Prisma.sql`s."serial"`, person: Prisma.sql`u."id"` },
  },
  certificateRequest: {
    from: Prisma.sql`"CertificateRequest" s JOIN "User" u ON u."id" = s."userId"`,
    ...{ name: Prisma.sql`u."name"`, person: Prisma.sql`u."id"` },
  },
  certificateTemplate: { from: Prisma.sql`"CertificateTemplate" s`, name: Prisma.sql`s."name"` },
  certificateBatch: { from: Prisma.sql`"CertificateBatch" s` },
  order: {
    from: Prisma.sql`"Order" s`,
    ...{ name: Prisma.sql`s."buyerName"`, key: Prisma.sql`s."number"::text`, person: Prisma.sql`s."buyerId"` },
  },
  scholarship: {
    from: Prisma.sql`"Scholarship" s JOIN "User" u ON u."id" = s."userId"`,
    ...{ name: Prisma.sql`u."name"`, person: Prisma.sql`u."id"` },
  },
  scholarshipFund: { from: Prisma.sql`"ScholarshipFund" s`, name: Prisma.sql`s."name"` },
  accessGroup: { from: Prisma.sql`"AccessGroup" s`, name: Prisma.sql`s."name"` },
  coupon: { from: Prisma.sql`"Coupon" s`, name: Prisma.sql`s."code"` },
  countryGroup: { from: Prisma.sql`"CountryGroup" s`, name: Prisma.sql`s."name"` },
  reconciliation: { from: Prisma.sql`"Reconciliation" s` },
};

function readKind(type: string, ids: readonly string[]): Prisma.Sql[] {
  const source = sources[type];
  if (!source || ids.length === 0) return [];
  const { from, name = none, names = noNames, key = none, course = none, person = Prisma.sql`NULL::uuid` } = source;
  return [
    Prisma.sql`SELECT ${type}::text AS "type", s."id"::text AS "id", ${name} AS "name", ${names} AS "names", ${key} AS "key",
      ${course} AS "course", ${person}::text AS "personId"
    FROM ${from} WHERE s."id" = ANY(${ids}::uuid[])`,
  ];
}

const uuid = z.uuid();

/** What the entries name, in one query; what is no longer there, or has no name, is left out. */
export async function nameSubjects(db: DbOrTx, entries: readonly Named[]): Promise<AuditSubject[]> {
  const wanted = Map.groupBy(
    entries.filter(({ subjectId }) => uuid.safeParse(subjectId).success),
    ({ subjectType }) => subjectType,
  );
  const reads = [...wanted].flatMap(([type, found]) =>
    readKind(type, [...new Set(found.flatMap(({ subjectId }) => subjectId ?? []))]),
  );
  if (reads.length === 0) return [];
  return z.array(subjectSchema).parse(await queryRows(db, Prisma.join(reads, " UNION ALL ")));
}
