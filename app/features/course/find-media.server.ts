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

/** Where a file is kept whose address an actor may ask; `path` is the one that a draft gives it, if any does. */
type Holder = { contentType: string; path: string | null; state: string };

/** Who holds these bytes among the courses that the actor may see, a published one first. Throws `notFound`. */
async function findHolder(
  { db, actor }: Pick<UseCaseContext, "db" | "actor">,
  { sha256 }: { sha256: string },
): Promise<Holder> {
  const course = coursesSeenBy(actor);
  const [drafts, releases] = await Promise.all([
    db.courseMedia.findMany({
      where: { sha256, course },
      select: { contentType: true, path: true, course: { select: { state: true } } },
    }),
    db.releaseMedia.findMany({
      where: { sha256, release: { course } },
      select: { contentType: true, release: { select: { course: { select: { state: true } } } } },
    }),
  ]);
  const holders: Holder[] = [
    ...drafts.map(({ contentType, path, course: { state } }) => ({ contentType, path, state })),
    ...releases.map(({ contentType, release }) => ({ contentType, path: null, state: release.course.state })),
  ];
  const media = holders.find(({ state }) => state === "published") ?? holders[0];
  if (!media) throw notFound();
  return media;
}

/**
 * A drawing, picture or file by the SHA-256 of its bytes, where some course holds it, or held it in a release, that the
 * actor may see: a published one, one in which she has a place, or one she teaches. `isPublic` says whether anybody
 * may see it, `fileName` what a draft calls it. Throws `notFound`.
 */
export async function findMedia(ctx: Pick<UseCaseContext, "db" | "actor">, { sha256 }: { sha256: string }) {
  const { contentType, path, state } = await findHolder(ctx, { sha256 });
  const bytes = await getObject(sha256);
  if (!bytes) throw notFound();
  const fileName = path?.replace(/^.*\//, "") ?? null;
  return { bytes, contentType, fileName, isPublic: state === "published" };
}

/**
 * A narrower or lighter form of a picture that `findMedia` would show. While it is not made, the picture itself, with
 * `isForm` false. Throws `notFound`.
 */
export async function findPictureForm(
  ctx: Pick<UseCaseContext, "db" | "actor">,
  { sha256, contentType, width }: { sha256: string; contentType: string; width: number },
) {
  const holder = await findHolder(ctx, { sha256 });
  const isPublic = holder.state === "published";
  const form = await ctx.db.pictureForm.findUnique({
    where: { sourceSha256_contentType_width: { sourceSha256: sha256, contentType, width } },
    select: { sha256: true },
  });
  const made = form && (await getObject(form.sha256));
  if (form && made) return { bytes: made, contentType, sha256: form.sha256, isPublic, isForm: true };
  const bytes = await getObject(sha256);
  if (!bytes) throw notFound();
  return { bytes, contentType: holder.contentType, sha256, isPublic, isForm: false };
}
