import { z } from "zod";
import { findTaughtCourses } from "#app/features/enrolment/find-taught-courses.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Container } from "#app/ui/container.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PageLinks } from "#app/ui/page-links.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { Route } from "./+types/courses";

export const loader = declareLoader({
  access: "teaching",
  search: z.object({ after: z.string().optional() }),
  load: async ({ personCtx, search: { after } }) => ({
    ...(await findTaughtCourses(personCtx(), { after })),
    first: after === undefined,
  }),
});

export default function TaughtCourses({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("teach");
  const { courses, next, first } = loaderData;
  return (
    <Container className="pb-12">
      <title>{`${t("courses.title")} · ${t("ui:name")}`}</title>
      <PageHeader title={t("courses.title")} />
      {courses.length === 0 ? (
        <EmptyState title={t("courses.empty.title")} text={t("courses.empty.text")} />
      ) : (
        <CourseTable courses={courses} />
      )}
      <PageLinks
        next={next ? `/teach?after=${next}` : undefined}
        previous={first ? undefined : "/teach"}
        labels={{ navigation: t("ui:pages.navigation"), next: t("ui:pages.next"), previous: t("firstPage") }}
        LinkAs={Link}
      />
    </Container>
  );
}

function CourseTable({ courses }: Pick<Route.ComponentProps["loaderData"], "courses">) {
  const { t } = useTranslation("teach");
  const { locale } = usePageContext().formats;
  const formats = useFormats();
  const head = [
    t("courses.course"),
    t("courses.state"),
    t("courses.role"),
    { key: "lessons", label: t("courses.lessons"), numeric: true },
    { key: "learners", label: t("courses.learners"), numeric: true },
    { key: "finished", label: t("courses.finished"), numeric: true },
  ];
  const rows = courses.map((course) => ({
    key: course.slug,
    cells: [
      <Link key="course" to={`/teach/${course.slug}`} className="inline-flex min-h-11 items-center">
        <LocalText value={pickTranslated(course.titles, locale)} />
      </Link>,
      <Tag key="state" kind={course.state === "published" ? "tile" : "plain"}>
        {t(`state.${course.state}`)}
      </Tag>,
      course.role ? t(`role.${course.role}`) : "—",
      formats.number(course.lessonCount),
      formats.number(course.learners),
      formats.number(course.finished),
    ],
  }));
  return <DataTable caption={t("courses.title")} captionHidden head={head} rows={rows} />;
}
