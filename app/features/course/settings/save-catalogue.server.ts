import { changeSettings, type SettingsContext } from "./change-settings.server.ts";
import { settingsRefused } from "./settings-refused.ts";
import type { CatalogueText } from "./settings-schema.ts";

type Of = { course: string };

/** Makes these texts what the catalogue says of a course; what it said in other languages goes. Throws 404. */
export async function saveCourseTexts(ctx: SettingsContext, { course, texts }: Of & { texts: CatalogueText[] }) {
  await changeSettings(ctx, { course }, async (tx, { id: courseId }) => {
    const kept = texts.map(({ locale }) => locale);
    await tx.courseText.deleteMany({ where: { courseId, locale: { notIn: kept } } });
    for (const { locale, ...data } of texts) {
      const where = { courseId_locale: { courseId, locale } };
      await tx.courseText.upsert({ where, create: { ...data, courseId, locale }, update: data });
    }
    await tx.course.update({ where: { id: courseId }, data: { updatedAt: new Date() } });
  });
}

/** Gives a course another slug; the one it had leads to it from then on. Throws 404, and `slugTaken`. */
export async function changeCourseSlug(ctx: SettingsContext, { course, slug }: Of & { slug: string }): Promise<void> {
  await changeSettings(ctx, { course }, async (tx, { id, slug: former }) => {
    if (former === slug) return;
    const [held, led] = await Promise.all([
      tx.course.count({ where: { slug } }),
      tx.courseFormerSlug.count({ where: { slug, courseId: { not: id } } }),
    ]);
    if (held + led > 0) throw settingsRefused("slugTaken");
    await tx.courseFormerSlug.deleteMany({ where: { slug } });
    await tx.course.update({ where: { id }, data: { slug } });
    await tx.courseFormerSlug.create({ data: { slug: former, courseId: id } });
  });
}

/** Puts a course under a subject and a level. Throws 404, and `noSubject`. */
export async function placeCourse(
  ctx: SettingsContext,
  input: Of & { subject: string; level: "beginner" | "intermediate" | "advanced" },
) {
  const { course, subject, level } = input;
  await changeSettings(ctx, { course }, async (tx, { id }) => {
    if ((await tx.subject.count({ where: { slug: subject } })) === 0) throw settingsRefused("noSubject");
    await tx.course.update({ where: { id }, data: { subjectSlug: subject, level } });
  });
}

/** Makes one of a course's pictures its cover, or none. Throws 404, and `noPicture`. */
export async function chooseCover(ctx: SettingsContext, { course, cover }: Of & { cover?: string }): Promise<void> {
  await changeSettings(ctx, { course }, async (tx, { id }) => {
    const media = cover
      ? await tx.courseMedia.findUnique({ where: { courseId_path: { courseId: id, path: cover } } })
      : null;
    if (cover && !media?.contentType.startsWith("image/")) throw settingsRefused("noPicture");
    await tx.course.update({ where: { id }, data: { coverSha256: media?.sha256 ?? null } });
  });
}
