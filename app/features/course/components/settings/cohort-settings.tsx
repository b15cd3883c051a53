import { directionOf, localeNames, pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import type { CourseSettings } from "../../settings/find-course-settings.server.ts";
import { type Place, type SettingsFields, SettingsForm, SettingsPart, useSettingsFields } from "./settings-form.tsx";

type Cohort = CourseSettings["cohorts"][number];
type Props = { place: Place; settings: CourseSettings };

/** The dated runs of the course. */
export function CohortSettings({ place, settings }: Props) {
  const { t } = useTranslation("course-settings");
  const fields = useSettingsFields(place, { intent: "cohort" });
  return (
    <SettingsPart title={t("cohorts.title")} text={t("cohorts.text")}>
      {settings.cohorts.length === 0 ? <p className="text-ink-2">{t("cohorts.none")}</p> : null}
      {settings.cohorts.map((cohort) => (
        <OneCohort key={cohort.id} place={place} settings={settings} cohort={cohort} />
      ))}
      <Disclosure summary={t("cohorts.add")} open={fields.refused}>
        <SettingsForm
          place={place}
          fields={fields}
          label={t("cohorts.add")}
          submit={<Button>{t("cohorts.add")}</Button>}
        >
          <CohortFields fields={fields} settings={settings} />
        </SettingsForm>
      </Disclosure>
    </SettingsPart>
  );
}

function OneCohort({ place, settings, cohort }: Props & { cohort: Cohort }) {
  const { t } = useTranslation("course-settings");
  const { locale } = usePageContext().formats;
  const { date } = useFormats();
  const fields = useSettingsFields(place, { intent: "cohort", key: cohort.id });
  const name = pickTranslated(cohort.names, locale);
  const dates = t("course:cohort.dates", { from: date(cohort.startsAt), to: date(cohort.endsAt) });
  return (
    <Disclosure
      className="border-line border-b"
      open={fields.refused}
      summary={
        <span className="flex flex-wrap gap-x-3">
          <bdi lang={name.locale}>{name.text}</bdi>
          <span className="font-normal text-ink-2">{dates}</span>
        </span>
      }
    >
      <div className="grid gap-4">
        <SettingsForm place={place} fields={fields} label={name.text}>
          <input type="hidden" name="id" value={cohort.id} />
          <CohortFields fields={fields} settings={settings} cohort={cohort} />
        </SettingsForm>
        <RemoveCohort place={place} cohort={cohort} name={name.text} />
      </div>
    </Disclosure>
  );
}

function RemoveCohort({ place, cohort, name }: { place: Place; cohort: Cohort; name: string }) {
  const { t } = useTranslation("course-settings");
  const fields = useSettingsFields(place, { intent: "remove-cohort", key: cohort.id });
  if (cohort.inUse) return <p className="text-ink-2 text-sm">{t("cohorts.inUse")}</p>;
  const remove = (
    <ConfirmSubmit
      size="s"
      label={t("cohorts.remove", { name })}
      title={t("cohorts.removeTitle", { name })}
      text={t("cohorts.removeText")}
      confirmLabel={t("remove")}
      cancelLabel={t("ui:cancel")}
    />
  );
  return (
    <SettingsForm place={place} fields={fields} submit={remove}>
      <input type="hidden" name="id" value={cohort.id} />
    </SettingsForm>
  );
}

type CohortFieldsProps = { fields: SettingsFields; settings: CourseSettings; cohort?: Cohort };

function CohortFields({ fields, settings, cohort }: CohortFieldsProps) {
  const { t } = useTranslation("course-settings");
  const zone = t("zone", { zone: fields.timeZone });
  const moment = (name: string, label: string, saved: Date | null = null, required = false) => (
    <Field type="datetime-local" label={label} hint={zone} required={required} {...fields.moment(name, saved)} />
  );
  return (
    <div className="grid w-full items-start gap-4 sm:grid-cols-2">
      {settings.locales.map((locale) => (
        <Field
          key={locale}
          label={t("cohorts.name", { language: localeNames[locale] })}
          lang={locale}
          dir={directionOf(locale)}
          required={locale === settings.sourceLocale}
          {...fields.line(`names.${locale}`, cohort?.names[locale] ?? "")}
        />
      ))}
      {moment("startsAt", t("cohorts.startsAt"), cohort?.startsAt, true)}
      {moment("endsAt", t("cohorts.endsAt"), cohort?.endsAt, true)}
      {moment("opensAt", t("enrolment.opensAt"), cohort?.enrolmentOpensAt)}
      {moment("closesAt", t("enrolment.closesAt"), cohort?.enrolmentClosesAt)}
      <Field
        label={t("enrolment.seats")}
        hint={t("enrolment.seatsHint", { count: cohort?.seatsTaken ?? 0 })}
        type="number"
        min={1}
        {...fields.line("seats", cohort?.seats ?? null)}
      />
    </div>
  );
}
