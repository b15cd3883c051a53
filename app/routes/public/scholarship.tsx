import { data } from "react-router";
import { z } from "zod";
import { slugSchema } from "#app/features/course/course-slug-schema.ts";
import { findEnrolmentOffer } from "#app/features/enrolment/find-enrolment-offer.server.ts";
import { ApplicationPage } from "#app/features/payment/components/scholarships/application-page.tsx";
import { applyForScholarship } from "#app/features/payment/scholarships/apply-for-scholarship.server.ts";
import { findMyApplication } from "#app/features/payment/scholarships/find-my-scholarships.server.ts";
import { applySchema, withdrawSchema } from "#app/features/payment/scholarships/scholarship-schema.ts";
import { withdrawScholarship } from "#app/features/payment/scholarships/withdraw-scholarship.server.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import type { Route } from "./+types/scholarship";

const params = z.object({ course: slugSchema });

export const loader = declareLoader({
  access: "signedIn",
  params,
  load: async ({ personCtx, params: { course } }) => {
    const ctx = personCtx();
    const [application, offer] = await Promise.all([
      findMyApplication(ctx, { course }),
      findEnrolmentOffer(ctx, { course }),
    ]);
    return { application, offer, owner: ctx.actor.id, verified: ctx.actor.emailVerified };
  },
});

export const action = declareAction({
  access: "signedIn",
  params,
  act: async ({ personCtx, params: { course }, form, href }) => {
    const ctx = personCtx();
    const here = href(`/courses/${course}/scholarship`);
    if (form.get("intent") === "withdraw")
      return handleForm({
        form,
        schema: withdrawSchema,
        run: async ({ scholarship }) => {
          await withdrawScholarship(ctx, { scholarshipId: scholarship });
          return redirectWithNotice(here, "scholarships:told.withdrawn");
        },
      });
    return handleForm({
      form,
      schema: applySchema,
      run: async ({ text, cohort }) => {
        await applyForScholarship(ctx, { course, cohortId: cohort, text });
        return redirectWithNotice(here, "scholarships:told.sent");
      },
    });
  },
});

/** A dead line leaves her where she is, with what she typed. */
export async function clientAction({ serverAction }: Route.ClientActionArgs) {
  try {
    return { ...(await serverAction()), away: false };
  } catch (error) {
    // After an answer of 5xx the router asks nothing anew, which would fail on a dead line too.
    if (error instanceof TypeError) return data({ result: undefined, away: true }, { status: 503 });
    throw error;
  }
}

export default function Scholarship({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <ApplicationPage
      {...loaderData}
      result={actionData?.result}
      away={actionData !== undefined && "away" in actionData && actionData.away}
    />
  );
}
