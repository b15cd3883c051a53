import type { SubmissionResult } from "@conform-to/react";
import { Form } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { EnrolmentOffer } from "../find-enrolment-offer.server.ts";
import { CohortChoice } from "./cohort-choice.tsx";

/** Posts `change-cohort` to the page it stands on; nothing where there is no other cohort to choose. */
export function CohortForm({ offer, result }: { offer: EnrolmentOffer; result?: SubmissionResult<string[]> }) {
  const { t } = useTranslation("enrolment");
  const errors = useFormErrors(result);
  const held = offer.enrolment?.cohortId ?? "own-pace";
  if (offer.cohorts.length === 0) return null;
  const others = offer.cohorts.some(({ id, refusal }) => id !== held && refusal === null);
  if (!others && !(offer.selfPaced && held !== "own-pace")) return null;
  return (
    <Form method="post" className="grid justify-items-start gap-3">
      <input type="hidden" name="intent" value="change-cohort" />
      <FormErrors messages={errors.form} />
      <CohortChoice offer={offer} legend={t("cohort.change")} chosen={held} error={errors.field("cohort")} />
      <Button kind="quiet">{t("cohort.submit")}</Button>
    </Form>
  );
}
