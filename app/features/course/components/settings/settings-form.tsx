import type { SubmissionResult } from "@conform-to/react";
import { type ReactNode, useId } from "react";
import { localTimeOf } from "#app/platform/clock/local-time.ts";
import { Form } from "#app/platform/i18n/link.tsx";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { type SettingsSection, settingsHref } from "../../settings/settings-sections.ts";

/** What the last form that was sent came to; `intent` says which it was, `key` which of several alike. */
export type SettingsAnswer = { intent: string; key: string; result: SubmissionResult<string[]> } | undefined;

export type Place = { course: string; section: SettingsSection; answer: SettingsAnswer };

/** What each field of a form holds: as it was typed where it was refused, else as it is saved. */
export function useSettingsFields({ answer }: Place, { intent, key = "" }: { intent: string; key?: string }) {
  const { timeZone } = usePageContext().formats;
  const mine = answer?.intent === intent && answer.key === key;
  const result = mine ? answer.result : undefined;
  const errors = useFormErrors(result);
  const line = (name: string, saved: string | number | null) => ({
    name,
    defaultValue: result ? (errors.typed(name) ?? "") : String(saved ?? ""),
    error: errors.field(name),
  });
  return {
    ...{ timeZone, intent, itemKey: key, refused: result !== undefined, messages: errors.form, line },
    error: errors.field,
    moment: (name: string, saved: Date | null) => line(name, saved && localTimeOf(saved, timeZone)),
    box: (name: string, saved: boolean) => ({
      name,
      defaultChecked: result ? errors.typed(name) === "on" : saved,
      error: errors.field(name),
    }),
  };
}

export type SettingsFields = ReturnType<typeof useSettingsFields>;

type SettingsFormProps = {
  place: Place;
  fields: SettingsFields;
  submit?: ReactNode;
  label?: string;
  children: ReactNode;
};

/** A form of the settings, saved on its own. */
export function SettingsForm({ place, fields, submit, label, children }: SettingsFormProps) {
  const { t } = useTranslation("course-settings");
  return (
    <Form
      method="post"
      action={settingsHref(place.course, place.section)}
      noValidate
      aria-label={label}
      className="grid justify-items-start gap-5"
    >
      <input type="hidden" name="intent" value={fields.intent} />
      <input type="hidden" name="timeZone" value={fields.timeZone} />
      <FormErrors messages={fields.messages} />
      {children}
      {submit ?? <Button>{t("save")}</Button>}
    </Form>
  );
}

/** One matter of the settings. */
export function SettingsPart({ title, text, children }: { title: string; text?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <Card as="section" aria-labelledby={id} className="grid gap-4">
      <div className="grid gap-1">
        <h2 id={id} className="font-bold font-read text-2xl">
          {title}
        </h2>
        {text ? <p className="max-w-prose text-ink-2">{text}</p> : null}
      </div>
      {children}
    </Card>
  );
}
