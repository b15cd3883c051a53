import type { SubmissionResult } from "@conform-to/react";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { directionOf, type Locale, localeNames } from "#app/platform/i18n/locales.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Card } from "#app/ui/card.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { TextArea } from "#app/ui/text-area.tsx";

type Publishable = {
  slug: string;
  revision: number;
  demanded: boolean;
  written: readonly Locale[];
  changed: readonly Locale[];
  versions: readonly unknown[];
};

/** What changed, in words, and whether people are asked anew; then the draft becomes what holds. */
export function PublishForm({ policy, result }: { policy: Publishable; result?: SubmissionResult<string[]> }) {
  const { t } = useTranslation("policy-admin");
  const errors = useFormErrors(result);
  const { slug, revision, demanded, written, changed, versions } = policy;
  const isFirst = versions.length === 0;
  const names = (some: readonly Locale[]) => some.map((one) => localeNames[one]).join(" · ");
  return (
    <Card>
      <Form method="post" className="grid gap-5">
        <FormErrors messages={errors.form} />
        <input type="hidden" name="revision" value={revision} />
        <dl className="grid gap-1">
          <dt className="font-semibold">{t("publish.written")}</dt>
          <dd>{names(written) || t("publish.nowhere")}</dd>
          <dt className="font-semibold">{t("publish.changed")}</dt>
          <dd>{names(changed) || t("publish.nowhere")}</dd>
        </dl>
        {isFirst ? null : <p className="text-ink-2">{t("publish.summaryLead")}</p>}
        {written.map((locale) => (
          <TextArea
            key={locale}
            label={t("publish.summary", { language: localeNames[locale] })}
            name={`summaries.${locale}`}
            lang={locale}
            dir={directionOf(locale)}
            rows={2}
            error={errors.field(`summaries.${locale}`)}
            defaultValue={errors.typed(`summaries.${locale}`)}
          />
        ))}
        {demanded ? (
          <Checkbox
            name="mustAgree"
            label={t("publish.mustAgree")}
            hint={t("publish.mustAgreeHint")}
            defaultChecked={result ? errors.typed("mustAgree") !== undefined : isFirst}
          />
        ) : (
          <p className="text-ink-2">{t("publish.notDemanded")}</p>
        )}
        <div className="flex flex-wrap items-center gap-4">
          <ConfirmSubmit
            kind="primary"
            label={t("publish.submit")}
            title={t("publish.confirm")}
            text={t("publish.confirmText")}
            confirmLabel={t("publish.submit")}
            cancelLabel={t("settings:cancel")}
          />
          <Link to={`/admin/policies/${slug}`}>{t("publish.back")}</Link>
        </div>
      </Form>
    </Card>
  );
}
