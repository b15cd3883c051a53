import { type ReactNode, useId } from "react";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { Card } from "#app/ui/card.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { MyCourse } from "../find-my-courses.server.ts";
import { CourseProgress } from "./course-progress.tsx";

type MyCourseCardProps = {
  mine: MyCourse;
  /** Decides whether a cohort has begun. */
  now: Date;
  /** What finishing the course has brought. */
  earned?: ReactNode;
};

/** One of a learner's courses: how far she is, and where to go on in one press. */
export function MyCourseCard({ mine, now, earned }: MyCourseCardProps) {
  const { locale } = usePageContext().formats;
  const id = useId();
  const title = pickTranslated(mine.course.titles, locale);
  return (
    <Card as="article" flush aria-labelledby={id} className="grid sm:grid-cols-[14rem_1fr]">
      {mine.course.coverSha256 ? (
        <img
          src={`/media/${mine.course.coverSha256}`}
          alt=""
          width={320}
          height={160}
          loading="lazy"
          className="size-full max-h-40 object-cover sm:max-h-none"
        />
      ) : (
        <span className="hidden bg-tile-tint sm:block" />
      )}
      <div className="grid content-start gap-4 p-5 sm:p-6">
        <h2 id={id} className="font-bold font-read text-xl">
          <Link to={`/learn/${mine.course.slug}`} className="text-ink no-underline hover:underline">
            <LocalText value={title} />
          </Link>
        </h2>
        <CourseProgress {...mine} className="max-w-md" />
        <CohortLine cohort={mine.enrolment.cohort} now={now} />
        <GoOn mine={mine} now={now} />
        {earned}
      </div>
    </Card>
  );
}

function CohortLine({ cohort, now }: { cohort: MyCourse["enrolment"]["cohort"]; now: Date }) {
  const { t } = useTranslation("learn");
  const formats = useFormats();
  if (!cohort) return null;
  const text =
    cohort.startsAt > now
      ? t("cohort.starts", { date: formats.date(cohort.startsAt) })
      : t("cohort.dates", { from: formats.date(cohort.startsAt), to: formats.date(cohort.endsAt) });
  return (
    <p className="flex items-start gap-2 text-ink-2 text-sm">
      <Icon name="calendar" className="mt-0.5 size-4 flex-none" />
      {text}
    </p>
  );
}

function GoOn({ mine, now }: { mine: MyCourse; now: Date }) {
  const { t } = useTranslation("learn");
  const { locale } = usePageContext().formats;
  const { next, enrolment, course } = mine;
  const early = enrolment.cohort !== null && enrolment.cohort.startsAt > now;
  if (early || !next) {
    return (
      <Link to={`/learn/${course.slug}`} className={`${buttonClass({ kind: "quiet" })} justify-self-start`}>
        {t("goOn.outline")}
      </Link>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Link
        to={`/learn/${course.slug}/${next.lesson.slug}`}
        className={buttonClass({ kind: mine.finished ? "quiet" : "primary" })}
      >
        {t(`goOn.${next.why}`)}
      </Link>
      <span className="min-w-0 text-ink-2">
        <LocalText value={pickTranslated(next.lesson.titles, locale)} />
      </span>
      {mine.finished ? (
        <Tag kind="gold">
          <Icon name="award" className="size-4 flex-none" />
          {t("finished")}
        </Tag>
      ) : null}
    </div>
  );
}
