import type { PersonContext } from "#app/platform/http/request-context.server.ts";

/**
 * The serials of the certificates that the actor holds for some courses (by slug) and that have not been revoked, by
 * the slug of the course. One query, or none where no course is named.
 */
export async function findEarnedCertificates(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { courses }: { courses: readonly string[] },
): Promise<Map<string, string>> {
  if (courses.length === 0) return new Map();
  const held = await db.certificate.findMany({
    where: { userId: actor.id, current: true, revokedAt: null, course: { slug: { in: [...courses] } } },
    select: { serial: true, course: { select: { slug: true } } },
  });
  return new Map(held.flatMap(({ serial, course }) => (course ? [[course.slug, serial]] : [])));
}
