import type { ReactNode } from "react";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { localeNames } from "#app/platform/i18n/locales.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Card } from "#app/ui/card.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import type { LearnerPage } from "../find-learner.server.ts";

/** A learner's place in the course: since when, until when, in which release and cohort. */
export function LearnerPlace({ page: { person, place } }: { page: LearnerPage }) {
  const { t } = useTranslation("learner");
  const formats = useFormats();
  const { release, currentRelease, accessUntil, withdrawnAt } = place;
  const pinned = t("place.releaseNumber", { number: release });
  const facts: [string, ReactNode][] = [
    ["email", <bdi key="email">{person.email}</bdi>],
    ["language", person.locale ? localeNames[person.locale] : t("place.notChosen")],
    ["enrolled", formats.moment(place.enrolledAt)],
    ...(withdrawnAt && place.state === "withdrawn"
      ? ([["withdrawn", formats.moment(withdrawnAt)]] satisfies [string, ReactNode][])
      : []),
    ["seen", place.lastSeenAt ? formats.moment(place.lastSeenAt) : t("place.never")],
    ["cohort", place.cohort ? <LocalText key="cohort" value={place.cohort} /> : t("place.ownPace")],
    [
      "release",
      currentRelease === null || currentRelease === release
        ? pinned
        : `${pinned} ${t("place.current", { number: currentRelease })}`,
    ],
    ["access", accessUntil ? formats.moment(accessUntil) : t("place.always")],
  ];
  return (
    <Card as="section" aria-labelledby="place" className="grid gap-4">
      <h2 id="place" className="font-bold font-read text-2xl">
        {t("place.title")}
      </h2>
      <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
        {facts.map(([name, value]) => (
          <div key={name} className="min-w-0">
            <dt className="text-ink-2 text-sm">{t(`place.${name}`)}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

/** How far she is, and exactly what is missing. */
export function LearnerProgress({ page: { progress, grade, place } }: { page: LearnerPage }) {
  const { t } = useTranslation("learner");
  const formats = useFormats();
  const { share, required, completed, finished, missing } = progress;
  return (
    <Card as="section" aria-labelledby="progress" className="grid gap-4">
      <h2 id="progress" className="font-bold font-read text-2xl">
        {t("progress.title")}
      </h2>
      <div className="flex items-center gap-3">
        <ProgressBar className="min-w-0 flex-1" label={t("progress.title")} value={share} />
        <span className="font-semibold tabular-nums">{formats.percent(share)}</span>
      </div>
      <p>
        {t("progress.of", { completed: formats.number(completed), required: formats.number(required) })}{" "}
        {place.completedAt ? t("progress.finishedOn", { date: formats.date(place.completedAt) }) : null}
      </p>
      {finished || missing.length === 0 ? null : (
        <div>
          <p className="font-semibold">{t("progress.missing", { count: missing.length })}</p>
          <ul className="mt-1 grid list-disc gap-1 ps-5">
            {missing.map((title) => (
              <li key={title.text}>
                <LocalText value={title} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <p>
        <span className="text-ink-2">{t("progress.grade")}</span> <CourseGrade grade={grade} />
      </p>
    </Card>
  );
}

function CourseGrade({ grade }: { grade: LearnerPage["grade"] }) {
  const { t } = useTranslation("learner");
  const formats = useFormats();
  if (grade === "waiting") return t("progress.gradeWaits");
  return grade === null ? t("progress.noGrade") : <strong>{formats.percent(grade / 10_000)}</strong>;
}
