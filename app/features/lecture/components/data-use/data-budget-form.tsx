import type { SubmissionResult } from "@conform-to/react";
import { Form } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";

type Use = { limitMb: number | null; usedBytes: number };

/** What she spent on video this month, and the limit that she sets herself. */
export function DataBudgetForm({ result, ...use }: Use & { result: SubmissionResult<string[]> | undefined }) {
  const { t } = useTranslation("account");
  const errors = useFormErrors(result);
  return (
    <Card as="section" className="grid max-w-xl gap-6">
      <Spent {...use} />
      <Form method="post" noValidate className="grid gap-5">
        <FormErrors messages={errors.form} />
        <Field
          label={t("video.limit")}
          name="videoBudgetMb"
          inputMode="numeric"
          autoComplete="off"
          dir="ltr"
          hint={t("video.limitHint")}
          error={errors.field("videoBudgetMb")}
          defaultValue={result ? (errors.typed("videoBudgetMb") ?? "") : (use.limitMb ?? "")}
        />
        <div>
          <Button>{t("video.save")}</Button>
        </div>
      </Form>
      <p className="text-ink-2 text-sm">{t("video.howCounted")}</p>
    </Card>
  );
}

function Spent({ limitMb, usedBytes }: Use) {
  const { t } = useTranslation("account");
  const { bytes } = useFormats();
  const used = bytes(usedBytes);
  if (limitMb === null) return <p>{t("video.spent", { used })}</p>;
  const limit = bytes(limitMb * 1e6);
  return (
    <div className="grid gap-2">
      <p>{t(usedBytes < limitMb * 1e6 ? "video.spentOf" : "video.reached", { used, limit })}</p>
      <ProgressBar
        label={t("video.spentOf", { used, limit })}
        value={limitMb === 0 ? 1 : Math.min(1, usedBytes / (limitMb * 1e6))}
      />
    </div>
  );
}
