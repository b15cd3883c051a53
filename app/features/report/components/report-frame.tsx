import { type ReactNode, useEffect, useRef } from "react";
import { Link, NavLink } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Container } from "#app/ui/container.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { ReportedCourse } from "../find-reported-course.server.ts";
import { type ReportPart, reportFilePath, reportParts, reportPath } from "../report-parts.ts";
import { askedSearch } from "./asked-search.ts";
import { ReportFilter } from "./report-filter.tsx";

type FrameProps = {
  part: ReportPart;
  course: ReportedCourse;
  /** Whether what was asked for holds nothing. */
  isEmpty: boolean;
  children: ReactNode;
};

/** One part of a course's reports: the way to the others, what it is asked by, and the same as a table. */
export function ReportFrame({ part, course, isEmpty, children }: FrameProps) {
  const { t } = useTranslation("report");
  const { locale } = usePageContext().formats;
  const title = pickTranslated(course.titles, locale);
  const name = t(`parts.${part}`);
  const asked = askedSearch(course.choice, part);
  const [refused] = Object.values(course.errors);
  return (
    <Container className="pb-12">
      <title>{`${refused ? `${t(refused)} ` : ""}${name} · ${t("title")} · ${title.text} · ${t("ui:name")}`}</title>
      <Breadcrumbs
        label={t("ui:breadcrumbs")}
        items={[
          { label: t("teach:courses.title"), to: "/teach" },
          { label: <LocalText value={title} />, to: `/teach/${course.slug}` },
          { label: t("title") },
        ]}
        LinkAs={Link}
      />
      <PageHeader
        title={t("title")}
        eyebrow={<LocalText value={title} />}
        actions={
          isEmpty ? null : (
            <Link
              to={`${reportFilePath(course.slug, part)}${asked}`}
              reloadDocument
              className={buttonClass({ kind: "quiet" })}
            >
              {t("csv.download")}
            </Link>
          )
        }
      />
      <Parts course={course} part={part} />
      <h2 className="mb-1 font-bold font-read text-2xl">{name}</h2>
      <p className="mb-6 max-w-prose text-ink-2">{t(`leads.${part}`)}</p>
      {course.hasLearners ? (
        <>
          <ReportFilter part={part} course={course} />
          {isEmpty ? <EmptyState title={t(`empty.${part}.title`)} text={t(`empty.${part}.text`)} /> : children}
        </>
      ) : (
        <EmptyState
          title={t("empty.course.title")}
          text={t("empty.course.text")}
          action={
            <Link to={`/courses/${course.slug}`} className={buttonClass({ kind: "quiet" })}>
              {t("teach:course.publicPage")}
            </Link>
          }
        />
      )}
    </Container>
  );
}

/** The parts as tabs. On a narrow screen they go on to the side, with the open one in sight. */
function Parts({ course, part }: Pick<FrameProps, "course" | "part">) {
  const { t } = useTranslation("report");
  const way = useRef<HTMLElement>(null);
  useEffect(() => {
    const open = way.current?.querySelector(`[data-part="${part}"]`);
    if (!way.current || !open) return;
    const [around, here] = [way.current.getBoundingClientRect(), open.getBoundingClientRect()];
    way.current.scrollLeft += here.left + here.width / 2 - around.left - around.width / 2;
  }, [part]);
  return (
    <nav
      ref={way}
      aria-label={t("partsLabel")}
      className="mb-8 flex gap-2 overflow-x-auto border-line border-b print:hidden"
    >
      {reportParts.map((one) => (
        <NavLink
          key={one}
          data-part={one}
          to={`${reportPath(course.slug, one)}${askedSearch(course.choice, one)}`}
          end
          className="inline-flex min-h-11 flex-none items-center border-transparent border-b-2 px-3 font-semibold text-ink-2 no-underline hover:text-tile aria-[current=page]:border-tile aria-[current=page]:text-tile"
        >
          {t(`parts.${one}`)}
        </NavLink>
      ))}
    </nav>
  );
}
