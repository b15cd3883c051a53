import { z } from "zod";
import { Decided } from "#app/features/payment/components/scholarships/admin/decided.tsx";
import { GrantForm } from "#app/features/payment/components/scholarships/admin/grant-form.tsx";
import { RefuseForm } from "#app/features/payment/components/scholarships/admin/refuse-form.tsx";
import {
  Asked,
  History,
  Learner,
  Others,
} from "#app/features/payment/components/scholarships/admin/scholarship-facts.tsx";
import { ScholarshipRooms } from "#app/features/payment/components/scholarships/admin/scholarship-rooms.tsx";
import { StatusTag } from "#app/features/payment/components/scholarships/admin/status-tag.tsx";
import { findScholarship } from "#app/features/payment/scholarships/find-scholarship.server.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { Route } from "./+types/scholarship";
import { scholarshipAction } from "./scholarship-action.server.ts";

const params = z.object({ scholarship: z.uuid() });

export const loader = declareLoader({
  access: "admin",
  params,
  load: ({ personCtx, params: { scholarship: id } }) => findScholarship(personCtx(), { id }),
});

export const action = declareAction({
  access: "admin",
  params,
  intentField: "act",
  intents: ["grant", "refuse", "takeBack"],
  act: (input) => scholarshipAction(input),
});

export default function Scholarship({ loaderData: scholarship, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("scholarship-admin");
  const act = actionData?.result?.initialValue?.act;
  const grant = useFormErrors(act === "grant" ? actionData?.result : undefined);
  const refuse = useFormErrors(act === "grant" ? undefined : actionData?.result);
  const { learner, status, own, terms, funds, cohortId } = scholarship;
  return (
    <ScholarshipRooms
      room="scholarships"
      inner
      title={<bdi>{learner.name}</bdi>}
      text={learner.name}
      lead={<StatusTag status={status} />}
    >
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="grid min-w-0 gap-6">
          <Asked scholarship={scholarship} />
          {status === "waiting" ? null : <Decided scholarship={scholarship} />}
          {own && terms ? <Notice kind="warning">{t("errors.own")}</Notice> : null}
          {terms && !own ? <GrantForm terms={terms} funds={funds} cohortId={cohortId} errors={grant} /> : null}
          {terms && !own ? <RefuseForm act="refuse" errors={refuse} /> : null}
          {status === "granted" ? <RefuseForm act="takeBack" errors={refuse} /> : null}
        </div>
        <div className="grid min-w-0 gap-6">
          <Learner scholarship={scholarship} />
          <Others scholarship={scholarship} />
          <History scholarship={scholarship} />
        </div>
      </div>
    </ScholarshipRooms>
  );
}
