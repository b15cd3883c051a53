import { Form } from "#app/platform/i18n/link.tsx";
import type { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { SectionCard } from "#app/ui/section-card.tsx";
import { TextArea } from "#app/ui/text-area.tsx";

type RefuseFormProps = { act: "refuse" | "takeBack"; errors: ReturnType<typeof useFormErrors> };

/** Refuses what waits, or takes back what was granted and not used, with the reason that the learner is told. */
export function RefuseForm({ act, errors: { field, form, typed } }: RefuseFormProps) {
  const { t } = useTranslation("scholarship-admin");
  return (
    <SectionCard title={t(`${act}.title`)}>
      <Form method="post" className="grid gap-4">
        <FormErrors messages={form} />
        <TextArea
          name="reason"
          label={t("refuse.reason")}
          hint={t("refuse.reasonHint")}
          rows={3}
          required
          minLength={3}
          defaultValue={typed("reason")}
          error={field("reason")}
        />
        <div>
          <ConfirmSubmit
            name="act"
            value={act}
            label={t(`${act}.submit`)}
            title={t(`${act}.confirm`)}
            text={t(`${act}.text`)}
            confirmLabel={t(`${act}.submit`)}
            cancelLabel={t("ui:cancel")}
          />
        </div>
      </Form>
    </SectionCard>
  );
}
