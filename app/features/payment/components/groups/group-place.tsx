import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";

type GroupPlaceProps = {
  course: { titles: Translated };
  cohort: { names: Translated; startsAt: Date; endsAt: Date } | null;
};

/** The course that seats are in, and when it is learned. */
export function GroupPlace({ course, cohort }: GroupPlaceProps) {
  const { t } = useTranslation("enrolment");
  const formats = useFormats();
  const { locale } = usePageContext().formats;
  return (
    <>
      <LocalText value={pickTranslated(course.titles, locale)} />
      {cohort ? (
        <>
          {" · "}
          <LocalText value={pickTranslated(cohort.names, locale)} />
          {` (${t("box.dates", { from: formats.date(cohort.startsAt), to: formats.date(cohort.endsAt) })})`}
        </>
      ) : null}
    </>
  );
}

/** The last day on which codes work, as the reader writes days. */
export function useLastDay(): (day: string) => string {
  const { date } = useFormats();
  // At noon, so that it is the same day nearly everywhere.
  return (day) => date(`${day}T12:00:00Z`);
}
