import { createCourse } from "#tests/factories/course.ts";
import { choiceBody, createQuestion } from "#tests/factories/quiz.ts";
import { withAcademyDatabase } from "./academy-database.ts";

/** Other titles than those of the sample courses, which other journeys look for. */
const titles = { ar: "مسوّدة للتجربة", en: "A draft to try" };

const paragraph = (text: string) => ({
  type: "doc",
  content: [{ type: "paragraph", attrs: { lang: null, dir: null }, content: [{ type: "text", text }] }],
});

const written = { ar: "كانت العين سببَ قيام المدينة.", en: "The spring is why the city stands there." };

/**
 * A course of its own for a journey that changes one, taught by the sample instructor: one section with a lesson of
 * text, `first`, in Arabic and English, and a bank of questions of single choice. Nothing of it is in the catalogue.
 */
export async function createDraftCourse({ questions = 0 }: { questions?: number } = {}): Promise<string> {
  return withAcademyDatabase(async (db) => {
    const texts = (["ar", "en"] as const).map((locale) => ({
      locale,
      title: titles[locale],
      summary: "",
      outcomes: [],
    }));
    const { course } = await createCourse(db, {
      ...{ lessons: [], state: "draft", level: "advanced", texts: { create: texts } },
    });
    const lesson = { slug: "first", position: 0, minutes: 5 };
    const lessonTexts = (["ar", "en"] as const).map((locale) => ({
      ...{ locale, title: `${titles[locale]} 1`, summary: "", document: paragraph(written[locale]) },
    }));
    await db.section.create({
      data: {
        ...{ courseId: course.id, position: 0, titles: { ar: "البداية", en: "The beginning" } },
        lessons: { create: { ...lesson, texts: { create: lessonTexts } } },
      },
    });
    for (let i = 1; i <= questions; i += 1)
      await createQuestion(db, { courseId: course.id, body: choiceBody(`Question number ${i}`) });
    const { id: instructorId } = await db.instructor.findFirstOrThrow({
      where: { user: { email: { startsWith: "instructor@" } } },
    });
    await db.courseInstructor.create({ data: { courseId: course.id, instructorId, role: "owner" } });
    return course.slug;
  });
}
