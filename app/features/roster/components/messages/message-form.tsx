import type { SubmissionResult } from "@conform-to/react";
import { Form } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { choiceOf } from "../../messages/audience.ts";
import type { ComposePage } from "../../messages/find-compose-page.server.ts";
import { useAudienceName } from "./use-audience-name.ts";

type MessageFormProps = { page: ComposePage; result: SubmissionResult<string[]> | undefined };

/** Where a message is written; what is typed wrong is said beside its field. */
export function MessageForm({ page, result }: MessageFormProps) {
  const { t } = useTranslation("course-message");
  const errors = useFormErrors(result);
  return (
    <Form method="post" className="grid gap-5">
      <FormErrors messages={errors.form} />
      <input type="hidden" name="formId" value={errors.typed("formId") ?? page.formId} />
      <AudienceSelect page={page} chosen={errors.typed("audience")} error={errors.field("audience")} />
      <Field
        name="subject"
        label={t("form.subject")}
        defaultValue={errors.typed("subject")}
        error={errors.field("subject")}
        dir="auto"
        required
      />
      <TextArea
        name="body"
        rows={12}
        label={t("form.body")}
        hint={t("form.bodyHint")}
        defaultValue={errors.typed("body")}
        error={errors.field("body")}
        required
      />
      <Button name="intent" value="preview" className="justify-self-start">
        {t("form.preview")}
      </Button>
    </Form>
  );
}

type AudienceSelectProps = { page: ComposePage; chosen: string | undefined; error: string | undefined };

function AudienceSelect({ page: { course, given, learner }, chosen, error }: AudienceSelectProps) {
  const { t } = useTranslation("course-message");
  const nameOf = useAudienceName(course.cohorts);
  const unnamed = { filters: null, cohortNames: null, learner: null };
  const filters = given.kind === "filtered" ? given.filters : null;
  const usual = choiceOf(given);
  const special = [{ value: "given", label: nameOf({ ...unnamed, kind: given.kind, filters, learner }) }];
  const options = [
    ...(usual === "given" ? special : []),
    { value: "all", label: nameOf({ ...unnamed, kind: "all" }) },
    ...course.cohorts.map(({ id, names }) => ({
      value: `cohort:${id}`,
      label: nameOf({ ...unnamed, kind: "cohort", cohortNames: names }),
    })),
  ];
  return (
    <Select
      name="audience"
      label={t("form.audience")}
      hint={t("form.audienceHint")}
      options={options}
      defaultValue={chosen ?? usual}
      error={error}
    />
  );
}
