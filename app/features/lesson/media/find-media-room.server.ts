import { openCourseDraft } from "#app/features/course/open-course-draft.server.ts";
import type { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { findMediaUses } from "./find-media-uses.server.ts";
import { mediaFile, selectMedia } from "./media-file.ts";

type Asker = Pick<PersonContext, "db" | "actor">;

export const MEDIA_PAGE = 48;

/** The files of a course, newest first, a page of them; `q` is looked for in names, credits and licences. */
export async function findMediaRoom(ctx: Asker, input: { course: string; q?: string | undefined; page: number }) {
  const { id, slug, titles } = await openCourseDraft(ctx, input);
  const where: Prisma.CourseMediaWhereInput = { courseId: id, ...(input.q ? { OR: lookedFor(input.q) } : {}) };
  const [rows, count, all] = await Promise.all([
    ctx.db.courseMedia.findMany({
      where,
      orderBy: [{ addedAt: "desc" }, { path: "asc" }],
      skip: (input.page - 1) * MEDIA_PAGE,
      take: MEDIA_PAGE,
      select: selectMedia,
    }),
    ctx.db.courseMedia.count({ where }),
    ctx.db.courseMedia.aggregate({ where: { courseId: id }, _count: true, _sum: { bytes: true } }),
  ]);
  const uses = await findMediaUses(ctx.db, { courseId: id, paths: rows.map(({ path }) => path) });
  return {
    course: { slug, titles },
    files: rows.map((row) => ({ ...mediaFile(row), uses: uses.filter(({ path }) => path === row.path).length })),
    count,
    all: { count: all._count, bytes: all._sum.bytes ?? 0 },
    pages: Math.max(1, Math.ceil(count / MEDIA_PAGE)),
  };
}

function lookedFor(q: string): Prisma.CourseMediaWhereInput[] {
  const contains = { contains: q.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" } as const;
  return [{ path: contains }, { credit: contains }, { licence: contains }];
}

/** A file of a course that the actor may edit, by its name, with all that shows it. Throws 404 where there is none. */
export async function findMediaPage(ctx: Asker, input: { course: string; file: string }) {
  const course = await openCourseDraft(ctx, input);
  const path = `media/${input.file}`;
  const row = await ctx.db.courseMedia.findUnique({
    where: { courseId_path: { courseId: course.id, path } },
    select: { ...selectMedia, addedAt: true },
  });
  if (!row) throw notFound();
  const { addedAt, ...known } = row;
  const [uses, forms] = await Promise.all([
    findMediaUses(ctx.db, { courseId: course.id, paths: [path] }),
    ctx.db.pictureForm.count({ where: { sourceSha256: row.sha256 } }),
  ]);
  const { slug, titles } = course;
  return { course: { slug, titles }, file: { ...mediaFile(known), addedAt: addedAt.toISOString() }, uses, forms };
}
