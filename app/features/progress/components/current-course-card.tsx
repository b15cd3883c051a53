import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { type Locale, pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { Card } from "#app/ui/card.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";

/** As much of the course that a learner was last in as the first page shows. */
export type CurrentCourse = {
  slug: string;
  titles: Translated;
  /** From 0 to 1. */
  share: number;
  lesson: { slug: string; titles: Translated } | undefined;
};

/** The course that a learner was last in, and the lesson to go on with, in one press. */
export function CurrentCourseCard({ current, locale }: { current: CurrentCourse; locale: Locale }) {
  const { t } = useTranslation("home");
  const { slug, titles, share, lesson } = current;
  return (
    <Card className="flex flex-wrap items-center justify-between gap-x-8 gap-y-5">
      <div className="grid min-w-0 flex-1 basis-80 gap-2">
        <h3 className="font-bold font-read text-xl">
          <LocalText value={pickTranslated(titles, locale)} />
        </h3>
        {lesson ? (
          <p className="text-ink-2">
            <LocalText value={pickTranslated(lesson.titles, locale)} />
          </p>
        ) : null}
        <ProgressBar label={t("continue.progress")} value={share} className="max-w-md" />
        <p className="text-ink-2 text-sm">{t("continue.done", { share: Math.floor(share * 100) / 100 })}</p>
      </div>
      <Link to={lesson ? `/learn/${slug}/${lesson.slug}` : `/learn/${slug}`} className={buttonClass()}>
        {t("continue.action")}
      </Link>
    </Card>
  );
}
