import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { CoursePage } from "../find-course.server.ts";

/** The runs of a course that are still to come or under way, with their dates in the reader's calendar. */
export function CohortList({ cohorts }: { cohorts: CoursePage["cohorts"] }) {
  const { t } = useTranslation("course");
  const { date } = useFormats();
  return (
    <ul className="grid gap-4 sm:grid-cols-2">
      {cohorts.map((cohort) => (
        <li key={cohort.id} className="rounded border border-line bg-surface p-4">
          <p className="font-semibold">
            <LocalText value={cohort.name} />
          </p>
          <p className="text-ink-2">{t("cohort.dates", { from: date(cohort.startsAt), to: date(cohort.endsAt) })}</p>
          {cohort.enrolmentClosesAt ? (
            <p className="text-ink-2 text-sm">{t("page.closes", { date: date(cohort.enrolmentClosesAt) })}</p>
          ) : null}
          {cohort.seatsLeft === null ? null : (
            <p className="text-ink-2 text-sm">{t("page.seatsLeft", { count: cohort.seatsLeft })}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
