import { grantScholarship } from "#app/features/payment/scholarships/grant-scholarship.server.ts";
import {
  refuseScholarship,
  takeScholarshipBack,
} from "#app/features/payment/scholarships/refuse-scholarship.server.ts";
import { decisionSchema } from "#app/features/payment/scholarships/scholarship-schema.ts";
import type { RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";

type Input = RouteInput<{ scholarship: string }, unknown> & { form: FormData };

function fieldOf(code: string): string | undefined {
  if (code.startsWith("fund")) return "fund";
  return code.startsWith("place.cohort") ? "cohort" : undefined;
}

/** Grants, refuses or takes back one scholarship, as the button that was pressed says. */
export function scholarshipAction({ form, params, personCtx, href }: Input) {
  const scholarshipId = params.scholarship;
  const told = (act: string) =>
    redirectWithNotice(href(`/admin/scholarships/${scholarshipId}`), `scholarship-admin:told.${act}`);
  return handleForm({
    form,
    schema: decisionSchema,
    fieldOf,
    run: async (decision) => {
      const ctx = personCtx();
      const { act } = decision;
      if (act === "refuse") await refuseScholarship(ctx, { scholarshipId, reason: decision.reason });
      else if (act === "takeBack") await takeScholarshipBack(ctx, { scholarshipId, reason: decision.reason });
      else {
        const { share, percent = 100, fund: fundId, cohort: cohortId, message: reason } = decision;
        await grantScholarship(ctx, {
          ...{ scholarshipId, fundId, cohortId, reason },
          percent: share === "full" ? 100 : percent,
        });
      }
      return told(act);
    },
  });
}
