import { Form } from "#app/platform/i18n/link.tsx";
import type { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { SectionCard } from "#app/ui/section-card.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { CertificateRecord } from "../../issuing/find-certificate-record.server.ts";
import { whyNot } from "../../register/why-not.ts";

const acts = ["revoke", "reinstate", "renew", "end"] as const;

type RecordActsProps = { record: CertificateRecord; errors: ReturnType<typeof useFormErrors> };

/** What can be done with the certificate now, each with a reason; and why the rest cannot. */
export function RecordActs({ record, errors: { field, form, typed } }: RecordActsProps) {
  const { t } = useTranslation("certificate-admin");
  const possible = acts.filter((act) => record.may[act]);
  const others = acts.filter((act) => !record.may[act]);
  return (
    <SectionCard title={t("record.do")}>
      <FormErrors messages={form} />
      {possible.length > 0 ? (
        <Form method="post" className="grid gap-4">
          <TextArea
            name="reason"
            label={t("acts.reason")}
            hint={t("acts.reasonHint")}
            rows={3}
            minLength={3}
            maxLength={500}
            required
            defaultValue={typed("reason")}
            error={field("reason")}
          />
          <div className="flex flex-wrap gap-2">
            {possible.map((act) => (
              <ConfirmSubmit
                key={act}
                name="act"
                value={act}
                kind={act === "revoke" || act === "end" ? "danger" : "quiet"}
                label={t(`acts.${act}.label`)}
                title={t(`acts.${act}.confirm`, { count: 1 })}
                text={t(`acts.${act}.text`)}
                confirmLabel={t(`acts.${act}.label`)}
                cancelLabel={t("ui:cancel")}
              />
            ))}
          </div>
        </Form>
      ) : null}
      <dl className="mt-4 grid gap-2 text-sm empty:hidden">
        {others.map((act) => (
          <div key={act}>
            <dt className="font-semibold">{t("record.cannot", { act: t(`acts.${act}.label`) })}</dt>
            <dd className="text-ink-2">{t(whyNot(act, record))}</dd>
          </div>
        ))}
      </dl>
    </SectionCard>
  );
}
