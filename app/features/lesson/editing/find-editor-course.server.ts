import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { type Locale, pickTranslated } from "#app/platform/i18n/locales.ts";
import type { EditorCourse } from "../components/editor/editor-props.ts";
import { loadCourseReferencesUnsafe } from "../references/load-course-references.server.ts";

const MOST_COURSES = 500;
const MOST_QUESTIONS = 2_000;

function titleOf(texts: { locale: string; title: string }[], locale: Locale): string {
  const titles = translatedSchema.parse(Object.fromEntries(texts.map((text) => [text.locale, text.title])));
  return pickTranslated(titles, locale).text;
}

/** What the editor's pickers choose from, named in `locale` or the best language there is. */
export async function findEditorCourse(
  db: DbOrTx,
  { courseId, locale }: { courseId: string; locale: Locale },
): Promise<EditorCourse> {
  const texts = { select: { locale: true, title: true } } as const;
  const [course, lessons, courses, works, questions] = await Promise.all([
    db.course.findUniqueOrThrow({
      where: { id: courseId },
      select: { slug: true, media: { orderBy: { path: "asc" }, select: { path: true, sha256: true } } },
    }),
    db.lesson.findMany({
      where: { courseId, removedAt: null, section: { removedAt: null } },
      orderBy: [{ section: { position: "asc" } }, { position: "asc" }, { id: "asc" }],
      select: { slug: true, texts },
    }),
    db.course.findMany({
      where: { publishedAt: { not: null } },
      orderBy: { slug: "asc" },
      take: MOST_COURSES,
      select: { slug: true, texts },
    }),
    loadCourseReferencesUnsafe(db, { courseId }),
    db.question.findMany({
      where: { courseId, removedAt: null, type: { notIn: ["essay", "file-upload"] } },
      orderBy: { name: "asc" },
      take: MOST_QUESTIONS,
      select: { id: true, name: true },
    }),
  ]);
  const named = (one: { slug: string; texts: { locale: string; title: string }[] }) => ({
    slug: one.slug,
    title: titleOf(one.texts, locale) || one.slug,
  });
  return {
    slug: course.slug,
    lessons: lessons.map(named),
    courses: courses.map(named),
    pictures: course.media.map(({ path, sha256 }) => ({ path, href: `/media/${sha256}` })),
    works: works.map(({ id, title, author }) => ({
      key: id,
      title: [...(author ?? []).map(({ family, literal }) => family ?? literal), title].join(", "),
    })),
    questions,
  };
}
