import { directionOf, type Locale, localeNames, locales } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { CourseSettings } from "../../settings/find-course-settings.server.ts";
import { CoverChoice } from "./cover-choice.tsx";
import { type Place, type SettingsFields, SettingsForm, SettingsPart, useSettingsFields } from "./settings-form.tsx";

type Props = { place: Place; settings: CourseSettings };

const levels = ["beginner", "intermediate", "advanced"] as const;

/** What the catalogue and the course's page say. */
export function CatalogueSettings(props: Props) {
  return (
    <>
      <Texts {...props} />
      <Address {...props} />
      <UnderSubject {...props} />
      <CoverChoice {...props} />
    </>
  );
}

function Texts({ place, settings }: Props) {
  const { t } = useTranslation("course-settings");
  const fields = useSettingsFields(place, { intent: "texts" });
  const first = settings.locales.toSorted(
    (a, b) => Number(b === settings.sourceLocale) - Number(a === settings.sourceLocale),
  );
  const others = locales.filter((locale) => !first.includes(locale));
  return (
    <SettingsPart title={t("texts.title")} text={t("texts.text")}>
      <SettingsForm place={place} fields={fields}>
        {[...first, ...others].map((locale) => (
          <TextsIn key={locale} locale={locale} required={first.includes(locale)} fields={fields} settings={settings} />
        ))}
      </SettingsForm>
    </SettingsPart>
  );
}

type TextsInProps = { locale: Locale; required: boolean; fields: SettingsFields; settings: CourseSettings };

function TextsIn({ locale, required, fields, settings }: TextsInProps) {
  const { t } = useTranslation("course-settings");
  const text = settings.texts.find((one) => one.locale === locale);
  const language = localeNames[locale];
  const line = (name: string, saved: string | undefined) => fields.line(`texts.${locale}.${name}`, saved ?? "");
  const wrong = ["title", "summary", "outcomes"].some((name) => fields.error(`texts.${locale}.${name}`));
  const own = { lang: locale, dir: directionOf(locale) };
  return (
    <Disclosure
      className="w-full"
      open={locale === settings.sourceLocale || (required && !text) || wrong}
      summary={<bdi lang={locale}>{language}</bdi>}
    >
      <div className="grid gap-4">
        <Field label={t("texts.name", { language })} required={required} {...own} {...line("title", text?.title)} />
        <TextArea
          label={t("texts.summary", { language })}
          required={required}
          rows={4}
          {...own}
          {...line("summary", text?.summary)}
        />
        <TextArea
          label={t("texts.outcomes", { language })}
          hint={t("texts.outcomesHint")}
          rows={5}
          {...own}
          {...line("outcomes", text?.outcomes.join("\n"))}
        />
      </div>
    </Disclosure>
  );
}

function Address({ place, settings }: Props) {
  const { t } = useTranslation("course-settings");
  const fields = useSettingsFields(place, { intent: "address" });
  const former = settings.formerSlugs.map(({ slug }) => slug);
  return (
    <SettingsPart title={t("address.title")} text={t("address.text")}>
      <SettingsForm place={place} fields={fields}>
        <Field
          className="w-full"
          label={t("address.slug")}
          hint={t("address.hint")}
          dir="ltr"
          required
          autoComplete="off"
          {...fields.line("slug", settings.slug)}
        />
        {former.length > 0 ? (
          <p className="text-ink-2 text-sm">
            {t("address.former")} <bdi dir="ltr">{former.join(" · ")}</bdi>
          </p>
        ) : null}
      </SettingsForm>
    </SettingsPart>
  );
}

function UnderSubject({ place, settings }: Props) {
  const { t } = useTranslation("course-settings");
  const { locale } = usePageContext().formats;
  const fields = useSettingsFields(place, { intent: "place" });
  const subjects = settings.subjects.map(({ slug, name }) => ({
    value: slug,
    label: name.text,
    lang: name.locale === locale ? undefined : name.locale,
  }));
  return (
    <SettingsPart title={t("place.title")}>
      <SettingsForm place={place} fields={fields}>
        <div className="grid w-full gap-4 sm:grid-cols-2">
          <Select label={t("place.subject")} options={subjects} {...fields.line("subject", settings.subjectSlug)} />
          <Select
            label={t("place.level")}
            options={levels.map((level) => ({ value: level, label: t(`course:level.${level}`) }))}
            {...fields.line("level", settings.level)}
          />
        </div>
      </SettingsForm>
    </SettingsPart>
  );
}
