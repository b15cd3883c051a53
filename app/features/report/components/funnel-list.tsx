import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { placeAcross } from "#app/ui/chart/plot-frame.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { Tag } from "#app/ui/tag.tsx";
import type { FunnelLesson } from "../find-funnel.server.ts";
import { usePlotDirection } from "./use-plot-direction.ts";

type FunnelListProps = { course: string; lessons: readonly FunnelLesson[] };

/** Lesson by lesson: who opened it and who completed it as bars, with the figures in words beside them. */
export function FunnelList({ course, lessons }: FunnelListProps) {
  const { t } = useTranslation("report");
  return (
    <div className="grid gap-4">
      <ul className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
        <LegendEntry swatch="fill-tile" label={t("lessons.completed")} />
        <LegendEntry swatch="fill-tile/35" label={t("lessons.openedOnly")} />
        <LegendEntry swatch="fill-surface-2 stroke-line-strong" label={t("lessons.unopened")} />
      </ul>
      <ol className="divide-y divide-line rounded border border-line bg-surface">
        {lessons.map((lesson, place) => (
          <FunnelRow key={lesson.lessonId} course={course} lesson={lesson} number={place + 1} />
        ))}
      </ol>
    </div>
  );
}

function LegendEntry({ swatch, label }: { swatch: string; label: string }) {
  return (
    <li className="flex items-center gap-2">
      <svg aria-hidden="true" className="size-3.5 flex-none">
        <rect width="14" height="14" rx="3" className={swatch} />
      </svg>
      {label}
    </li>
  );
}

function FunnelRow({ course, lesson, number }: { course: string; lesson: FunnelLesson; number: number }) {
  const { t } = useTranslation("report");
  const { locale } = usePageContext().formats;
  const formats = useFormats();
  const { asked, opened, completed, stopped, here } = lesson;
  const title = <LocalText value={pickTranslated(lesson.titles, locale)} />;
  const to = pageOf(course, lesson);
  const share = (count: number) => formats.percent(asked === 0 ? 0 : count / asked);
  return (
    <li className="grid gap-x-6 gap-y-2 px-4 py-3 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <div className="flex min-w-0 items-baseline gap-2">
        <span className="flex-none text-ink-2 text-sm tabular-nums">{formats.number(number)}</span>
        <span className="flex min-w-0 flex-wrap items-center gap-x-2">
          {to ? (
            <Link to={to} className="text-tile underline underline-offset-4">
              {title}
            </Link>
          ) : (
            title
          )}
          {lesson.required ? null : <Tag kind="plain">{t("lessons.optional")}</Tag>}
        </span>
      </div>
      <div className="grid min-w-0 gap-1.5">
        <FunnelBar opened={asked === 0 ? 0 : opened / asked} completed={asked === 0 ? 0 : completed / asked} />
        <ul className="flex flex-wrap gap-x-5 gap-y-0.5 text-sm tabular-nums">
          <li>{t("lessons.figures.opened", { share: share(opened), number: opened })}</li>
          <li>{t("lessons.figures.completed", { share: share(completed), number: completed })}</li>
          <li className={classNames(stopped === 0 && "text-ink-2")}>
            {t("lessons.figures.stopped", { number: stopped })}
          </li>
          {here > 0 ? <li className="text-ink-2">{t("lessons.figures.here", { number: here })}</li> : null}
        </ul>
      </div>
    </li>
  );
}

/** Where more is told of what learners do in a lesson. */
function pageOf(course: string, { kind, slug }: FunnelLesson): string | null {
  if (kind === "lecture") return `/teach/${course}/${slug}/watching`;
  return kind === "quiz" ? `/teach/${course}/${slug}/results` : null;
}

/** The bars lie over each other: who completed a lesson opened it, too, or had it waived. */
function FunnelBar({ opened, completed }: { opened: number; completed: number }) {
  const direction = usePlotDirection();
  const bar = (share: number, fill: string) => (
    <rect x={placeAcross(direction, 0, share)} width={placeAcross("ltr", share)} height="100%" className={fill} />
  );
  return (
    <svg aria-hidden="true" width="100%" height="14" className="rounded-xs bg-surface-2">
      {bar(1, "fill-surface-2")}
      {bar(opened, "fill-tile/35")}
      {bar(completed, "fill-tile")}
    </svg>
  );
}
