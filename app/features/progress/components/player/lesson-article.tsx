import { LessonText } from "#app/features/lesson/components/lesson-text.tsx";
import { Link } from "#app/platform/i18n/link.tsx";
import { useLangOf } from "#app/platform/i18n/local-text.tsx";
import { localeNames } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Tag } from "#app/ui/tag.tsx";
import type { LessonPageView } from "../../lesson-page-view.ts";
import { SelfChecks } from "./self-checks.tsx";

/** A lesson's text, with its title above unless that stands elsewhere on the page. */
export function LessonArticle({ page, headless = false }: { page: LessonPageView; headless?: boolean }) {
  const { text } = page;
  return (
    <article>
      {headless ? null : <LessonHead page={page} />}
      <LessonText sha256={text.sha256} html={text.html} locale={text.locale} />
      <SelfChecks course={page.course.slug} lesson={page.lesson.slug} locale={text.locale} sha256={text.sha256} />
    </article>
  );
}

/** A lesson's title, and the language it is read in, which is told and can be changed. */
export function LessonHead({ page }: { page: LessonPageView }) {
  const { t } = useTranslation("learn");
  const formats = useFormats();
  const langOf = useLangOf();
  const { lesson, text } = page;
  return (
    <header className="lesson-head grid gap-2 pb-6">
      <h1 {...langOf(text.locale)} className="font-bold font-read text-3xl text-balance sm:text-4xl">
        {text.title}
      </h1>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-2 text-sm">
        <span>{t("player.minutes", { minutes: formats.minutes(lesson.minutes) })}</span>
        {page.enrolled && lesson.standing !== "required" ? (
          <Tag kind={lesson.standing === "new" ? "tile" : "plain"}>{t(`progress:standing.${lesson.standing}`)}</Tag>
        ) : null}
        {page.access === "preview" ? <Tag kind="gold">{t("player.preview")}</Tag> : null}
      </div>
      <TextLanguages page={page} />
    </header>
  );
}

function TextLanguages({ page }: { page: LessonPageView }) {
  const { t } = useTranslation("learn");
  const { locale } = usePageContext().formats;
  const { course, lesson, text } = page;
  if (text.locales.length < 2 && text.locale === locale) return null;
  const others = text.locales.filter((other) => other !== text.locale);
  return (
    <p className="flex flex-wrap items-center gap-x-3 text-ink-2 text-sm">
      {text.locale === locale ? null : (
        <span>
          {t(text.locales.includes(locale) ? "text.chosen" : "text.missing", {
            language: t(`text.name.${text.locale}`),
          })}
        </span>
      )}
      {others.length > 0 ? <span>{t("text.others")}</span> : null}
      {others.map((other) => (
        <Link
          key={other}
          to={`/learn/${course.slug}/${lesson.slug}?text=${other}`}
          lang={other}
          hrefLang={other}
          preventScrollReset
          className="inline-flex min-h-11 items-center sm:min-h-9"
        >
          {localeNames[other]}
        </Link>
      ))}
    </p>
  );
}
