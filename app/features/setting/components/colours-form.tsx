import type { SubmissionResult } from "@conform-to/react";
import { useState } from "react";
import { InBrowser } from "#app/platform/browser/in-browser.tsx";
import { Form } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { houseAccents, type Scheme, schemes } from "#app/platform/site/palette.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { ColourPreview } from "./colour-preview.tsx";

type Accents = Record<Scheme, string>;
type ColoursFormProps = { accents: Accents | null; result?: SubmissionResult<string[]> };

const SHAPE = /^#[0-9a-f]{6}$/i;

/** The accents of light and dark pages, shown at once as they are chosen. */
export function ColoursForm({ accents, result }: ColoursFormProps) {
  const { t } = useTranslation("settings");
  const errors = useFormErrors(result);
  const before = accents ?? houseAccents;
  const [chosen, choose] = useState<Accents>(before);
  return (
    <div className="grid gap-6">
      <Card>
        <Form method="post" className="grid gap-6">
          <FormErrors messages={errors.form} />
          {schemes.map((scheme) => (
            <div key={scheme} className="grid gap-3">
              <div className="flex flex-wrap items-end gap-3">
                <Field
                  className="max-w-64 flex-1"
                  label={t(`colours.${scheme}`)}
                  hint={t("colours.hint")}
                  name={scheme}
                  dir="ltr"
                  spellCheck={false}
                  autoComplete="off"
                  maxLength={7}
                  error={errors.field(scheme)}
                  value={chosen[scheme]}
                  onChange={({ currentTarget: { value } }) => choose((now) => ({ ...now, [scheme]: value }))}
                />
                <InBrowser>
                  {() => (
                    <input
                      type="color"
                      aria-label={t("colours.pick", { which: t(`colours.${scheme}`) })}
                      className="h-11 w-16 cursor-pointer rounded-sm border border-line-strong bg-surface p-1"
                      value={SHAPE.test(chosen[scheme]) ? chosen[scheme].toLowerCase() : before[scheme]}
                      onChange={({ currentTarget: { value } }) => choose((now) => ({ ...now, [scheme]: value }))}
                    />
                  )}
                </InBrowser>
              </div>
              <InBrowser>
                {() => (SHAPE.test(chosen[scheme]) ? <ColourPreview accent={chosen[scheme]} scheme={scheme} /> : null)}
              </InBrowser>
            </div>
          ))}
          <div>
            <Button>{t("admin:settings.save")}</Button>
          </div>
        </Form>
      </Card>
      {accents ? (
        <Form method="post">
          <input type="hidden" name="intent" value="house" />
          <Button kind="quiet">{t("colours.house")}</Button>
        </Form>
      ) : null}
    </div>
  );
}
