import { useState } from "react";
import { Form } from "#app/platform/i18n/link.tsx";
import type { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { SectionCard } from "#app/ui/section-card.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { CertificateRecord } from "../../issuing/find-certificate-record.server.ts";
import { whyNot } from "../../register/why-not.ts";
import { NameChanges } from "../requests/name-changes.tsx";

type ReissueFormProps = { record: CertificateRecord; errors: ReturnType<typeof useFormErrors> };

/** Issues the certificate again with other names; what would change is shown before it is done. */
export function ReissueForm({ record, errors }: ReissueFormProps) {
  const { t } = useTranslation("certificate-admin");
  return (
    <SectionCard title={t("record.reissue.title")}>
      {record.may.reissue ? (
        <Reissue record={record} errors={errors} />
      ) : (
        <p className="text-ink-2 text-sm">{t(whyNot("reissue", record))}</p>
      )}
    </SectionCard>
  );
}

function Reissue({ record, errors: { field, form, typed } }: ReissueFormProps) {
  const { t } = useTranslation("certificate-admin");
  const { recipient } = record.snapshot;
  const [arabic, setArabic] = useState(typed("namesArabic") ?? recipient.arabic ?? "");
  const [latin, setLatin] = useState(typed("namesLatin") ?? recipient.latin ?? "");
  const wanted = { arabic: arabic.trim() || null, latin: latin.trim() || null };
  const changes = <NameChanges before={recipient} after={wanted} />;
  return (
    <Form method="post" className="grid gap-4">
      <p className="text-ink-2 text-sm">{t("record.reissue.lead")}</p>
      <FormErrors messages={form} />
      <Field
        name="namesArabic"
        label={t("names.arabic")}
        lang="ar"
        dir="rtl"
        maxLength={120}
        value={arabic}
        onChange={(event) => setArabic(event.target.value)}
        error={field("namesArabic")}
      />
      <Field
        name="namesLatin"
        label={t("names.latin")}
        dir="ltr"
        maxLength={120}
        value={latin}
        onChange={(event) => setLatin(event.target.value)}
        error={field("namesLatin")}
      />
      <Checkbox name="asNow" label={t("record.reissue.asNow")} hint={t("record.reissue.asNowHint")} />
      <TextArea
        name="reason"
        label={t("acts.reason")}
        hint={t("acts.reasonHint")}
        rows={2}
        minLength={3}
        maxLength={500}
        required
        defaultValue={typed("reason")}
        error={field("reason")}
      />
      <div>
        <ConfirmSubmit
          name="act"
          value="reissue"
          kind="quiet"
          label={t("record.reissue.submit")}
          title={t("record.reissue.confirm")}
          text={
            <div className="grid gap-3">
              {changes}
              <p>{t("record.reissue.text")}</p>
            </div>
          }
          confirmLabel={t("record.reissue.submit")}
          cancelLabel={t("ui:cancel")}
        />
      </div>
    </Form>
  );
}
