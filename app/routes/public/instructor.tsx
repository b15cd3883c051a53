import { z } from "zod";
import { CourseGrid } from "#app/features/course/components/course-card.tsx";
import { catalogueHref } from "#app/features/course/course-filters.ts";
import { slugSchema } from "#app/features/course/course-slug-schema.ts";
import { findInstructor } from "#app/features/course/find-instructor.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { publicOrigin } from "#app/platform/http/public-origin.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { useLangOf } from "#app/platform/i18n/local-text.tsx";
import { PageHead } from "#app/platform/i18n/page-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { Container } from "#app/ui/container.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/instructor";

export const loader = declareLoader({
  access: "anyone",
  sameForGuests: true,
  params: z.object({ handle: slugSchema }),
  load: async ({ ctx, params, url }) => ({
    instructor: await findInstructor(ctx, { handle: params.handle }),
    origin: publicOrigin(url),
  }),
});

export default function InstructorPage({ loaderData: { instructor, origin } }: Route.ComponentProps) {
  const { t } = useTranslation("course");
  const langOf = useLangOf();
  const { handle, name, headline, bio, courses, hasMore } = instructor;
  return (
    <Container>
      <PageHead
        title={name.text}
        description={headline.text}
        origin={origin}
        path={`/instructors/${handle}`}
        type="profile"
      />
      <PageHeader eyebrow={t("filter.instructor")} title={name.text} lead={headline.text} {...langOf(name.locale)} />
      <div {...langOf(bio.locale)} className="max-w-prose whitespace-pre-line pb-10">
        {bio.text}
      </div>
      <section aria-labelledby="courses" className="grid gap-4 pb-16">
        <h2 id="courses" className="font-bold font-read text-2xl">
          {t("instructor.courses")}
        </h2>
        {courses.length > 0 ? (
          <CourseGrid courses={courses} />
        ) : (
          <EmptyState
            title={t("empty.title")}
            text={t("instructor.none")}
            action={
              <Link to="/courses" className={buttonClass({ kind: "quiet" })}>
                {t("empty.action")}
              </Link>
            }
          />
        )}
        {hasMore ? (
          <Link to={catalogueHref({ instructor: handle })} className={buttonClass({ kind: "quiet" })}>
            {t("instructor.all")}
          </Link>
        ) : null}
      </section>
    </Container>
  );
}
