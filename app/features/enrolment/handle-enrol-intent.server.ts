import { redirect } from "react-router";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { enrolLearner } from "./enrol-learner.server.ts";
import { enrolSchema } from "./enrolment-schema.ts";

/**
 * Answers the form of `EnrolBox`, on whatever page it stands: enrols and leads into the course, or sends a guest to
 * sign in and then back to the course's page. `href` keeps the language of the address.
 */
export async function handleEnrolIntent({
  ctx,
  form,
  href,
  course,
}: {
  ctx: UseCaseContext;
  form: FormData;
  href: (path: string) => string;
  course: string;
}) {
  const { actor } = ctx;
  if (!actor) throw redirect(`${href("/sign-in")}?next=${encodeURIComponent(href(`/courses/${course}`))}`);
  return handleForm({
    form,
    schema: enrolSchema,
    fieldOf: (code) => (code.startsWith("cohort") ? "cohort" : undefined),
    run: async ({ cohort }) => {
      const { courseSlug } = await enrolLearner({ ...ctx, actor }, { course, cohortId: cohort });
      return redirectWithNotice(href(`/learn/${courseSlug}`), "enrolment:notice.enrolled");
    },
  });
}
