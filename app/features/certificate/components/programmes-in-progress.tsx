import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon } from "#app/ui/icon.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import type { ProgrammeInProgress } from "../issuing/find-my-certificates.server.ts";

type Step = ProgrammeInProgress["courses"][number];

/** The programmes that a learner is on her way through: which courses are finished and which are left. */
export function ProgrammesInProgress({ programmes }: { programmes: readonly ProgrammeInProgress[] }) {
  const { t } = useTranslation("certificate");
  if (programmes.length === 0) return null;
  return (
    <section aria-labelledby="programmes" className="mt-12">
      <h2 id="programmes" className="mb-4 font-bold font-read text-2xl">
        {t("mine.programmes.title")}
      </h2>
      <ul className="grid gap-5">
        {programmes.map((programme) => (
          <Programme key={programme.slug} programme={programme} />
        ))}
      </ul>
    </section>
  );
}

function Programme({ programme: { slug, titles, courses, left } }: { programme: ProgrammeInProgress }) {
  const { t } = useTranslation("certificate");
  const { locale } = usePageContext().formats;
  const done = courses.length - left;
  const progress = t("mine.programmes.progress", { done, count: courses.length });
  return (
    <li className="grid gap-3 rounded border border-line bg-surface p-5 shadow-card sm:p-6">
      <h3 className="font-bold font-read text-xl">
        <Link to={`/programmes/${slug}`} className="text-ink no-underline hover:underline">
          <LocalText value={pickTranslated(titles, locale)} />
        </Link>
      </h3>
      <div className="max-w-md">
        <ProgressBar label={progress} value={courses.length === 0 ? 0 : done / courses.length} />
        <p className="mt-1 text-ink-2 text-sm">{progress}</p>
      </div>
      <ol className="grid">
        {courses.map((course) => (
          <Course key={course.slug} course={course} />
        ))}
      </ol>
    </li>
  );
}

function Course({ course: { slug, titles, finished, enrolled } }: { course: Step }) {
  const { t } = useTranslation("certificate");
  const { locale } = usePageContext().formats;
  const state = finished ? "finished" : enrolled ? "underway" : "left";
  return (
    <li className="flex items-start gap-x-3">
      <Icon
        name={finished ? "check-circle" : "circle"}
        className={`mt-3 size-5 flex-none ${finished ? "text-ok" : "text-ink-2"}`}
      />
      <div className="flex min-w-0 flex-wrap items-center gap-x-3">
        <Link to={enrolled ? `/learn/${slug}` : `/courses/${slug}`} className="inline-flex min-h-11 items-center">
          <LocalText value={pickTranslated(titles, locale)} />
        </Link>
        <span className="text-ink-2 text-sm">{t(`mine.programmes.${state}`)}</span>
      </div>
    </li>
  );
}
