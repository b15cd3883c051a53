import { localeNames } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { CoursePage } from "../find-course.server.ts";

/** Says so where the reader's language is not among those of the course. */
export function CourseLanguageNotice({ course }: { course: Pick<CoursePage, "lessonLocale" | "text"> }) {
  const { t } = useTranslation("course");
  const { locale } = usePageContext().formats;
  const { lessonLocale, text } = course;
  if (lessonLocale && lessonLocale !== locale) {
    return <Notice kind="info">{t("page.otherLanguage", { language: localeNames[lessonLocale] })}</Notice>;
  }
  return text.locale === locale ? null : <Notice kind="info">{t("page.textLanguage")}</Notice>;
}
