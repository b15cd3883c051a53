import { canCreateCourse } from "#app/features/course/course-access.ts";
import { findSubjects } from "#app/features/course/find-subjects.server.ts";
import { NewCourseForm } from "#app/features/lesson/components/new-course-form.tsx";
import { createCourse } from "#app/features/lesson/create-course.server.ts";
import { createCourseSchema } from "#app/features/lesson/create-course-schema.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/new-course";

export const loader = declareLoader({
  access: "teaching",
  load: async ({ personCtx }) => {
    const ctx = personCtx();
    if (!canCreateCourse(ctx.actor)) throw notFound();
    return { subjects: await findSubjects(ctx) };
  },
});

export const action = declareAction({
  access: "teaching",
  act: ({ form, personCtx, href }) =>
    handleForm({
      form,
      schema: createCourseSchema,
      fieldOf: (code) => (code === "noSubject" ? "subject" : undefined),
      run: async (input) => {
        const { slug } = await createCourse(personCtx(), input);
        return redirectWithNotice(href(`/teach/${slug}`), "course-making:notice.created");
      },
    }),
});

export default function NewCourse({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("course-making");
  return (
    <Container width="form" className="pb-12">
      <title>{`${t("new.title")} · ${t("ui:name")}`}</title>
      <Breadcrumbs
        label={t("ui:breadcrumbs")}
        items={[{ label: t("teach:courses.title"), to: "/teach" }, { label: t("new.title") }]}
        LinkAs={Link}
      />
      <PageHeader title={t("new.title")} lead={t("new.lead")} />
      <NewCourseForm subjects={loaderData.subjects} result={actionData?.result} />
    </Container>
  );
}
