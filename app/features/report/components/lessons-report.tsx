import type { ReactNode } from "react";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Stat } from "#app/ui/stat.tsx";
import type { Funnel } from "../find-funnel.server.ts";
import { greatestDrops, greatestStops } from "../funnel.ts";
import { QUIET_DAYS } from "../quiet-days.ts";
import { FunnelList } from "./funnel-list.tsx";
import { ReportSection } from "./report-section.tsx";

type LessonsProps = { course: { slug: string }; funnel: Funnel };

const figures = ["enrolled", "neverBegan", "stopped", "finished"] as const;

/** How far learners come, and where they stop. */
export function LessonsReport({ course, funnel }: LessonsProps) {
  const { t } = useTranslation("report");
  const formats = useFormats();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
      <dl className="flex flex-wrap gap-x-12 gap-y-4">
        {figures.map((name) => (
          <Stat key={name} label={t(`lessons.${name}`)} value={formats.number(funnel[name])} />
        ))}
      </dl>
      <InWords funnel={funnel} />
      <ReportSection title={t("lessons.funnel")} lead={t("lessons.funnelLead", { count: QUIET_DAYS })}>
        <FunnelList course={course.slug} lessons={funnel.lessons} />
      </ReportSection>
    </div>
  );
}

/** The greatest drops and the places where most stop, said in words. */
function InWords({ funnel: { lessons } }: Pick<LessonsProps, "funnel">) {
  const { t } = useTranslation("report");
  const { locale } = usePageContext().formats;
  const formats = useFormats();
  const drops = greatestDrops(lessons);
  const stops = greatestStops(lessons);
  // Isolated: a title may be in another direction than the sentence in which it stands.
  const titleOf = (id: string) => {
    const lesson = lessons.find(({ lessonId }) => lessonId === id);
    return `\u2068${pickTranslated(lesson?.titles ?? {}, locale).text}\u2069`;
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-8 lg:grid-cols-2">
      <ReportSection title={t("lessons.drops")}>
        <Sentences none={t("lessons.noDrops")}>
          {drops.map(({ from, to, before, after }) => (
            <li key={to}>
              {t(from ? "lessons.drop" : "lessons.firstDrop", {
                from: from ? titleOf(from) : "",
                to: titleOf(to),
                before: formats.percent(before),
                after: formats.percent(after),
              })}
            </li>
          ))}
        </Sentences>
      </ReportSection>
      <ReportSection title={t("lessons.stops")}>
        <Sentences none={t("lessons.noStops")}>
          {stops.map(({ lessonId, stopped, stoppedAfter }) => (
            <li key={lessonId}>
              {t("lessons.stop", { count: stopped, title: titleOf(lessonId) })}{" "}
              <span className="text-ink-2">
                {t("lessons.stoppedAfter", { share: formats.percent(stoppedAfter / stopped) })}
              </span>
            </li>
          ))}
        </Sentences>
      </ReportSection>
    </div>
  );
}

function Sentences({ none, children }: { none: string; children: readonly ReactNode[] }) {
  if (children.length === 0) return <p className="text-ink-2">{none}</p>;
  return <ul className="grid max-w-prose list-disc gap-2 ps-6">{children}</ul>;
}
