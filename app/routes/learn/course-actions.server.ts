import { checkNames } from "#app/features/certificate/issuing/check-names.server.ts";
import { claimCertificate } from "#app/features/certificate/issuing/claim-certificate.server.ts";
import { namesSchema } from "#app/features/certificate/names-schema.ts";
import { changeCohort } from "#app/features/enrolment/change-cohort.server.ts";
import { changeCohortSchema } from "#app/features/enrolment/enrolment-schema.ts";
import { withdrawLearner } from "#app/features/enrolment/withdraw-learner.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";

type CourseAct = { ctx: PersonContext; course: string; form: FormData; href: (path: string) => string };

/** Gives up one's place in a course. */
export async function withdraw({ ctx, course, href }: CourseAct) {
  await withdrawLearner(ctx, { course });
  return redirectWithNotice(href("/learn"), "enrolment:notice.withdrawn");
}

/** Goes over to another cohort. */
export function moveToCohort({ ctx, course, form, href }: CourseAct) {
  return handleForm({
    form,
    schema: changeCohortSchema,
    fieldOf: () => "cohort",
    run: async ({ cohort }) => {
      await changeCohort(ctx, { course, cohortId: cohort });
      return redirectWithNotice(href(`/learn/${course}`), "enrolment:notice.cohortChanged");
    },
  });
}

/** Says how one's names are to stand on certificates. */
export function keepNames({ ctx, course, form, href }: CourseAct) {
  return handleForm({
    form,
    schema: namesSchema,
    run: async (names) => {
      await checkNames(ctx, names);
      return redirectWithNotice(href(`/learn/${course}`), "certificate:names.saved");
    },
  });
}

/** Asks for the certificate of a course that was finished before it brought one. */
export async function claim({ ctx, course, href }: CourseAct) {
  await claimCertificate(ctx, { course });
  return redirectWithNotice(href(`/learn/${course}`), "certificate:panel.due.asked");
}
