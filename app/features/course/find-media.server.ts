import { type Actor, isAdmin } from "#app/platform/access/actor.ts";
import type { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { getObject } from "#app/platform/storage/storage.server.ts";

function coursesSeenBy(actor: Actor): Prisma.CourseWhereInput {
  if (!actor) return { state: "published" };
  if (isAdmin(actor)) return {};
  return {
    OR: [
      { state: "published" },
      { enrolments: { some: { userId: actor.id } } },
      ...(actor.instructorId ? [{ instructors: { some: { instructorId: actor.instructorId } } }] : []),
    ],
  };
}

/**
 * A drawing or picture by the SHA-256 of its bytes, where some course holds it, or held it in a release, that the
 * actor may see: a published one, one in which she has a place, or one she teaches. `isPublic` says whether anybody
 * may see it. Throws `notFound`.
 */
export async function findMedia({ db, actor }: Pick<UseCaseContext, "db" | "actor">, { sha256 }: { sha256: string }) {
  const course = coursesSeenBy(actor);
  const [drafts, releases] = await Promise.all([
    db.courseMedia.findMany({
      where: { sha256, course },
      select: { contentType: true, course: { select: { state: true } } },
    }),
    db.releaseMedia.findMany({
      where: { sha256, release: { course } },
      select: { contentType: true, release: { select: { course: { select: { state: true } } } } },
    }),
  ]);
  const holders = [
    ...drafts.map(({ contentType, course: { state } }) => ({ contentType, state })),
    ...releases.map(({ contentType, release }) => ({ contentType, state: release.course.state })),
  ];
  const open = holders.find(({ state }) => state === "published");
  const media = open ?? holders[0];
  const bytes = media && (await getObject(sha256));
  if (!media || !bytes) throw notFound();
  return { bytes, contentType: media.contentType, isPublic: open !== undefined };
}
