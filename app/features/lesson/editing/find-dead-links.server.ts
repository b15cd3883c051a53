import type { DbOrTx } from "#app/platform/db/client.server.ts";
import type { LessonProblem, LessonReferences } from "../read-context.ts";

export type TextProblem = Pick<LessonProblem, "line" | "code" | "reason">;

/** What a text points at and is not there, by the lines on which it does. */
export async function findDeadLinks(
  db: DbOrTx,
  { courseId, references }: { courseId: string; references: LessonReferences },
): Promise<TextProblem[]> {
  const { media, lessons, courses } = references;
  const slugs = (of: { slug: string }[]) => ({ in: of.map(({ slug }) => slug) });
  const [pictures, known, others] = await Promise.all([
    db.courseMedia.findMany({
      where: { courseId, path: { in: media.map(({ path }) => path) } },
      select: { path: true },
    }),
    db.lesson.findMany({ where: { courseId, slug: slugs(lessons), removedAt: null }, select: { slug: true } }),
    db.course.findMany({ where: { slug: slugs(courses) }, select: { slug: true } }),
  ]);
  const dead = (line: number, name: string): TextProblem => ({ line, code: "link", reason: `There is no ${name}.` });
  return [
    ...media.filter(({ path }) => !pictures.some((one) => one.path === path)).map((one) => dead(one.line, one.path)),
    ...lessons.filter(({ slug }) => !known.some((one) => one.slug === slug)).map((one) => dead(one.line, one.slug)),
    ...courses.filter(({ slug }) => !others.some((one) => one.slug === slug)).map((one) => dead(one.line, one.slug)),
  ];
}
