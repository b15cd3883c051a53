import type { SubmissionResult } from "@conform-to/react";
import { Form } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";

/** The policies for which there is a text to begin with. */
export function SuggestedPolicies({ slugs }: { slugs: readonly string[] }) {
  const { t } = useTranslation("policy-admin");
  if (slugs.length === 0) return null;
  return (
    <Card as="section" aria-labelledby="suggested">
      <h2 id="suggested" className="mb-1 font-bold font-read text-xl">
        {t("suggested.title")}
      </h2>
      <p className="mb-4 text-ink-2">{t("suggested.lead")}</p>
      <ul className="grid gap-2">
        {slugs.map((slug) => (
          <li key={slug}>
            <Form method="post">
              <input type="hidden" name="intent" value="suggested" />
              <input type="hidden" name="slug" value={slug} />
              <Button kind="quiet">{t("suggested.take", { title: t(`suggested.titles.${slug}`) })}</Button>
            </Form>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** A policy of the academy's own. */
export function NewPolicyForm({ result }: { result?: SubmissionResult<string[]> }) {
  const { t } = useTranslation("policy-admin");
  const errors = useFormErrors(result);
  return (
    <Card as="section" aria-labelledby="new">
      <h2 id="new" className="mb-4 font-bold font-read text-xl">
        {t("new.title")}
      </h2>
      <Form method="post" noValidate className="grid gap-4">
        <FormErrors messages={errors.form} />
        <Field
          label={t("name")}
          name="title"
          dir="auto"
          maxLength={120}
          error={errors.field("title")}
          defaultValue={errors.typed("title")}
        />
        <Field
          label={t("new.slug")}
          hint={t("new.slugHint")}
          name="slug"
          dir="ltr"
          autoCapitalize="none"
          spellCheck={false}
          error={errors.field("slug")}
          defaultValue={errors.typed("slug")}
        />
        <div>
          <Button kind="quiet">{t("new.submit")}</Button>
        </div>
      </Form>
    </Card>
  );
}
