import type { SubmissionResult } from "@conform-to/react";
import { Form } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { type Logo, logoHref } from "#app/platform/site/site.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";

type LogoFormProps = { place: "logo" | "darkLogo"; logo: Logo | null; result?: SubmissionResult<string[]> };

/** The academy's logo as it stands, another for it, and its end. */
export function LogoForm({ place, logo, result }: LogoFormProps) {
  const { t } = useTranslation("settings");
  const own = result?.initialValue?.place === place ? result : undefined;
  const errors = useFormErrors(own);
  const title = t(`logo.${place}.title`);
  return (
    <Card as="section" aria-labelledby={place}>
      <h2 id={place} className="mb-1 font-bold font-read text-xl">
        {title}
      </h2>
      <p className="mb-4 text-ink-2">{t(`logo.${place}.lead`)}</p>
      {logo ? (
        <div
          className={`mb-4 inline-block rounded-sm border border-line p-4 ${place === "logo" ? "bg-white" : "bg-black"}`}
        >
          <img
            src={logoHref(logo)}
            width={logo.width}
            height={logo.height}
            alt={title}
            className="h-16 w-auto max-w-full object-contain"
          />
        </div>
      ) : null}
      <Form method="post" encType="multipart/form-data" className="grid gap-4">
        <FormErrors messages={errors.form} />
        <input type="hidden" name="intent" value="logo" />
        <input type="hidden" name="place" value={place} />
        <FileField
          label={t("logo.file")}
          hint={t("logo.hint")}
          name="picture"
          accept="image/png,image/jpeg,image/webp,image/avif"
          words={{ choose: t("logo.choose"), none: t("logo.none") }}
          error={errors.field("picture")}
        />
        <div>
          <Button>{t("logo.keep")}</Button>
        </div>
      </Form>
      {logo ? (
        <Form method="post" className="mt-4 border-line border-t pt-4">
          <input type="hidden" name="intent" value="removeLogo" />
          <input type="hidden" name="place" value={place} />
          <ConfirmSubmit
            label={t("logo.remove")}
            title={t("logo.removeTitle")}
            text={t("logo.removeText")}
            confirmLabel={t("logo.remove")}
            cancelLabel={t("cancel")}
          />
        </Form>
      ) : null}
    </Card>
  );
}
