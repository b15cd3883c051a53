import { locales as allLocales, type Locale } from "#app/platform/i18n/locales.ts";
import { changeSettings, type SettingsContext } from "./change-settings.server.ts";
import { settingsRefused } from "./settings-refused.ts";

type Of = { course: string; language: Locale };

const inOrder = (wanted: readonly string[]) => allLocales.filter((locale) => wanted.includes(locale));

/** Adds a language to those of a course's lessons; until they are written in it, no release can be made. Throws 404. */
export async function addCourseLanguage(ctx: SettingsContext, { course, language }: Of): Promise<void> {
  await changeSettings(ctx, { course }, async (tx, { id, locales }) => {
    await tx.course.update({ where: { id }, data: { locales: inOrder([...locales, language]) } });
  });
}

/**
 * Leaves a language out of a course: texts that were written in it stay where they are, and are in no release that is
 * made from then on. Throws 404, and `sourceLanguage` for the one in which it is written.
 */
export async function removeCourseLanguage(ctx: SettingsContext, { course, language }: Of): Promise<void> {
  await changeSettings(ctx, { course }, async (tx, { id, locales, sourceLocale }) => {
    if (language === sourceLocale) throw settingsRefused("sourceLanguage");
    await tx.course.update({ where: { id }, data: { locales: locales.filter((locale) => locale !== language) } });
  });
}

/** Makes one of a course's languages the one in which it is written. Throws 404, also for a language it has not. */
export async function changeSourceLanguage(ctx: SettingsContext, { course, language }: Of): Promise<void> {
  await changeSettings(ctx, { course }, async (tx, { id, locales }) => {
    if (!locales.includes(language)) throw settingsRefused("sourceLanguage");
    await tx.course.update({ where: { id }, data: { sourceLocale: language } });
  });
}
