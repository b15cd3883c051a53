import type { SubmissionResult } from "@conform-to/react";
import { Form } from "#app/platform/i18n/link.tsx";
import { localeNames } from "#app/platform/i18n/locales.ts";
import { usePageContext, useSite } from "#app/platform/i18n/page-context.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { Select, type SelectOption } from "#app/ui/select.tsx";
import type { findProfile } from "../find-profile.server.ts";
import { AccountSection } from "./account-section.tsx";

type Stored = Omit<Awaited<ReturnType<typeof findProfile>>, "email">;
type Choices = { countries: SelectOption[]; timeZones: SelectOption[] };
type Inputs = { value: (name: keyof Stored) => string; error: (name: keyof Stored) => string | undefined };

type ProfileFormProps = { profile: Stored; choices: Choices; result: SubmissionResult<string[]> | undefined };

export function ProfileForm({ profile, choices, result }: ProfileFormProps) {
  const { t } = useTranslation("account");
  const errors = useFormErrors(result);
  const inputs: Inputs = {
    // What was typed stands, also where it was typed away.
    value: (name) => (result ? errors.typed(name) : profile[name]) ?? "",
    error: errors.field,
  };
  return (
    <Form method="post" noValidate reloadDocument className="grid gap-6">
      <FormErrors messages={errors.form} />
      <Names {...inputs} choices={choices} />
      <Reading {...inputs} choices={choices} />
      <div>
        <Button>{t("profile.save")}</Button>
      </div>
    </Form>
  );
}

function Names({ value, error, choices }: Inputs & { choices: Choices }) {
  const { t } = useTranslation("account");
  return (
    <AccountSection title={t("profile.you")}>
      <div className="grid max-w-lg gap-5">
        <Field
          label={t("profile.name")}
          name="name"
          dir="auto"
          required
          autoComplete="name"
          hint={t("profile.nameHint")}
          error={error("name")}
          defaultValue={value("name")}
        />
        <fieldset className="grid gap-4">
          <legend className="mb-1 font-semibold">{t("profile.fullNames")}</legend>
          <p className="text-ink-2 text-sm">{t("profile.fullNameHint")}</p>
          <Field
            label={t("profile.fullNameArabic")}
            name="fullNameArabic"
            lang="ar"
            dir="rtl"
            error={error("fullNameArabic")}
            defaultValue={value("fullNameArabic")}
          />
          <Field
            label={t("profile.fullNameLatin")}
            name="fullNameLatin"
            dir="ltr"
            error={error("fullNameLatin")}
            defaultValue={value("fullNameLatin")}
          />
        </fieldset>
        <Select
          label={t("profile.country")}
          name="country"
          autoComplete="country"
          options={[{ value: "", label: t("profile.notSaid") }, ...choices.countries]}
          error={error("country")}
          defaultValue={value("country")}
        />
      </div>
    </AccountSection>
  );
}

function Reading({ value, error, choices }: Inputs & { choices: Choices }) {
  const { t } = useTranslation("account");
  const { languages } = useSite();
  const { locale } = usePageContext().formats;
  const radios = (name: "calendar" | "digits", words: "calendars" | "digitChoices", values: string[]) => ({
    name,
    options: values.map((choice) => ({ value: choice, label: <bdi>{t(`profile.${words}.${choice}`)}</bdi> })),
    error: error(name),
    defaultValue: value(name),
  });
  return (
    <AccountSection title={t("profile.reading")}>
      <div className="grid max-w-lg gap-5">
        <Select
          label={t("profile.language")}
          name="locale"
          options={languages.map((code) => ({ value: code, label: localeNames[code], lang: code }))}
          hint={t("profile.languageHint")}
          error={error("locale")}
          defaultValue={value("locale") || locale}
        />
        <Select
          label={t("profile.timeZone")}
          name="timeZone"
          options={[{ value: "", label: t("profile.timeZoneNone") }, ...choices.timeZones]}
          error={error("timeZone")}
          defaultValue={value("timeZone")}
        />
        <RadioGroup
          legend={t("profile.calendar")}
          {...radios("calendar", "calendars", ["gregorian", "hijri", "both"])}
        />
        <RadioGroup
          legend={t("profile.digits")}
          {...radios("digits", "digitChoices", ["automatic", "latin", "eastern"])}
        />
      </div>
    </AccountSection>
  );
}
