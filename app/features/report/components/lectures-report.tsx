import { HeatLegend } from "#app/features/lecture/components/heat/heat-line.tsx";
import { HeatStrip } from "#app/features/lecture/components/heat/heat-strip.tsx";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { LectureHeat } from "../find-lecture-heats.server.ts";
import type { ReportedCourse } from "../find-reported-course.server.ts";

type LecturesProps = { course: ReportedCourse; lectures: readonly LectureHeat[] };

/** Which moments of the lectures are watched, one line for each; the whole of it stands on the lecture's own page. */
export function LecturesReport({ course, lectures }: LecturesProps) {
  const { cohort } = course.choice;
  const search = cohort && cohort !== "none" ? `?cohort=${cohort}` : "";
  return (
    <div className="grid gap-4">
      <HeatLegend />
      <ol className="divide-y divide-line rounded border border-line bg-surface">
        {lectures.map((lecture) => (
          <LectureRow
            key={lecture.lessonId}
            to={`/teach/${course.slug}/${lecture.slug}/watching${search}`}
            lecture={lecture}
          />
        ))}
      </ol>
    </div>
  );
}

function LectureRow({ to, lecture: { titles, lengthSeconds, heat } }: { to: string; lecture: LectureHeat }) {
  const { t } = useTranslation("report");
  const { locale } = usePageContext().formats;
  const formats = useFormats();
  const stop = heat.columns.toSorted((one, other) => other.stopped - one.stopped)[0];
  return (
    <li className="grid gap-x-6 gap-y-2 px-4 py-4 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <div className="min-w-0">
        <Link to={to} className="inline-flex min-h-9 items-center text-tile underline underline-offset-4">
          <LocalText value={pickTranslated(titles, locale)} />
        </Link>
        <p className="text-ink-2 text-sm tabular-nums">
          <bdi>{formats.clock(lengthSeconds)}</bdi>
        </p>
      </div>
      <div className="grid min-w-0 gap-1.5">
        <HeatStrip heat={heat} />
        <ul className="flex flex-wrap gap-x-5 gap-y-0.5 text-sm tabular-nums">
          <li>{t("lectures.began", { number: heat.learners })}</li>
          <li>{t("lectures.finished", { number: heat.finished })}</li>
          {heat.medianShare === null ? null : (
            <li>{t("lectures.median", { share: formats.percent(heat.medianShare) })}</li>
          )}
          {stop && stop.stopped > 0 ? (
            <li>{t("lectures.stop", { at: `\u2068${formats.clock(stop.from)}\u2069`, number: stop.stopped })}</li>
          ) : null}
        </ul>
      </div>
    </li>
  );
}
