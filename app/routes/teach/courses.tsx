import { z } from "zod";
import { canCreateCourse } from "#app/features/course/course-access.ts";
import { putBackCourse } from "#app/features/course/ending/delete-course.server.ts";
import { DeletedCourses } from "#app/features/enrolment/components/taught/deleted-courses.tsx";
import { TaughtSearch } from "#app/features/enrolment/components/taught/taught-search.tsx";
import { TaughtTable } from "#app/features/enrolment/components/taught/taught-table.tsx";
import { findTaughtCourses } from "#app/features/enrolment/find-taught-courses.server.ts";
import { taughtFilters } from "#app/features/enrolment/taught-filters.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { Container } from "#app/ui/container.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PageLinks } from "#app/ui/page-links.tsx";
import type { Route } from "./+types/courses";

const search = z.object({
  after: z.string().max(100).optional(),
  q: z.string().trim().max(200).optional(),
  filter: z.enum(taughtFilters).catch("current"),
});

export const loader = declareLoader({
  access: "teaching",
  search,
  load: async ({ personCtx, search }) => {
    const ctx = personCtx();
    const { courses, next } = await findTaughtCourses(ctx, search);
    return { courses, next, search, creates: canCreateCourse(ctx.actor) };
  },
});

export const action = declareAction({
  access: "teaching",
  intents: ["put-back"],
  act: async ({ form, personCtx, href }) => {
    const course = form.get("course");
    if (form.get("intent") !== "put-back" || typeof course !== "string") throw notFound();
    await putBackCourse(personCtx(), { course });
    return redirectWithNotice(href("/teach"), "course-making:notice.putBack");
  },
});

/** The address of the list with these choices. */
function listHref({ q, filter }: z.output<typeof search>, after?: string): string {
  const given = Object.entries({ q, filter: filter === "current" ? undefined : filter, after });
  const chosen = given.flatMap(([name, value]) => (value ? [[name, value]] : []));
  return chosen.length === 0 ? "/teach" : `/teach?${new URLSearchParams(chosen)}`;
}

export default function TaughtCourses({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("course-making");
  const { courses, next, search, creates } = loaderData;
  const shown = search.filter === "current" ? "" : `${t(`list.filters.${search.filter}`)} · `;
  return (
    <Container className="pb-12">
      <title>{`${shown}${t("teach:courses.title")} · ${t("ui:name")}`}</title>
      <PageHeader title={t("teach:courses.title")} actions={creates ? <Ways /> : undefined} />
      <TaughtSearch {...search} />
      {courses.length === 0 ? <Nothing {...search} creates={creates} /> : null}
      {courses.length > 0 && search.filter === "deleted" ? <DeletedCourses courses={courses} /> : null}
      {courses.length > 0 && search.filter !== "deleted" ? <TaughtTable courses={courses} /> : null}
      <PageLinks
        next={next ? listHref(search, next) : undefined}
        previous={search.after === undefined ? undefined : listHref(search)}
        labels={{ navigation: t("ui:pages.navigation"), next: t("ui:pages.next"), previous: t("teach:firstPage") }}
        LinkAs={Link}
      />
    </Container>
  );
}

function Ways() {
  const { t } = useTranslation("course-making");
  return (
    <>
      <Link to="/teach/new" className={buttonClass()}>
        {t("new.open")}
      </Link>
      <Link to="/teach/import" className={buttonClass({ kind: "quiet" })}>
        {t("import.open")}
      </Link>
    </>
  );
}

function Nothing({ q, filter, creates }: z.output<typeof search> & { creates: boolean }) {
  const { t } = useTranslation("course-making");
  if (q || filter !== "current") {
    const all = (
      <Link to="/teach" className={buttonClass({ kind: "quiet" })}>
        {t("list.nothing.all")}
      </Link>
    );
    return <EmptyState title={t("list.nothing.title")} text={t("list.nothing.text")} action={all} />;
  }
  const action = creates ? <Ways /> : undefined;
  return <EmptyState title={t("list.empty.title")} text={t("list.empty.text")} action={action} />;
}
