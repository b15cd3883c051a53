import { writeAmount } from "#app/platform/i18n/amount.ts";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { Field } from "#app/ui/field.tsx";
import { Select } from "#app/ui/select.tsx";
import type { CourseSettings } from "../../settings/find-course-settings.server.ts";
import { type Place, SettingsForm, SettingsPart, useSettingsFields } from "./settings-form.tsx";

type Props = { place: Place; settings: CourseSettings };

/** What a place in the course costs, who may have one, and when. */
export function EnrolmentSettings(props: Props) {
  return (
    <>
      <Price {...props} />
      <Places {...props} />
      <Prerequisites {...props} />
    </>
  );
}

function Price({ place, settings }: Props) {
  const { t } = useTranslation("course-settings");
  const fields = useSettingsFields(place, { intent: "price" });
  const { priceAmount, priceCurrency } = settings;
  return (
    <SettingsPart title={t("price.title")} text={t("price.text")}>
      <SettingsForm place={place} fields={fields}>
        <div className="grid w-full items-start gap-4 sm:grid-cols-2">
          <Field
            label={t("price.amount")}
            hint={t("price.amountHint")}
            inputMode="decimal"
            dir="ltr"
            {...fields.line("amount", writeAmount(priceAmount, priceCurrency))}
          />
          <Select
            label={t("price.currency")}
            hint={t("price.currencyHint")}
            options={[...new Set([...settings.currencies, priceCurrency])].map((code) => ({
              value: code,
              label: code,
            }))}
            {...fields.line("currency", priceCurrency)}
          />
        </div>
      </SettingsForm>
    </SettingsPart>
  );
}

function Places({ place, settings }: Props) {
  const { t } = useTranslation("course-settings");
  const fields = useSettingsFields(place, { intent: "enrolment" });
  const zone = t("zone", { zone: fields.timeZone });
  return (
    <SettingsPart title={t("enrolment.title")}>
      <SettingsForm place={place} fields={fields}>
        <Field
          className="w-full max-w-sm"
          label={t("enrolment.seats")}
          hint={t("enrolment.seatsHint", { count: settings.seatsTaken })}
          type="number"
          min={1}
          {...fields.line("seats", settings.seats)}
        />
        <div className="grid w-full items-start gap-4 sm:grid-cols-2">
          <Field
            type="datetime-local"
            label={t("enrolment.opensAt")}
            hint={zone}
            {...fields.moment("opensAt", settings.enrolmentOpensAt)}
          />
          <Field
            type="datetime-local"
            label={t("enrolment.closesAt")}
            hint={zone}
            {...fields.moment("closesAt", settings.enrolmentClosesAt)}
          />
        </div>
        <Checkbox
          label={t("enrolment.selfPaced")}
          hint={t("enrolment.selfPacedHint")}
          {...fields.box("selfPaced", settings.selfPaced)}
        />
      </SettingsForm>
    </SettingsPart>
  );
}

function Prerequisites({ place, settings }: Props) {
  const { t } = useTranslation("course-settings");
  const { locale } = usePageContext().formats;
  const fields = useSettingsFields(place, { intent: "add-prerequisite" });
  const demanded = settings.prerequisites.map(({ slug }) => slug);
  const choices = settings.choices.filter(({ slug }) => !demanded.includes(slug));
  return (
    <SettingsPart title={t("prerequisites.title")} text={t("prerequisites.text")}>
      <ul className="grid gap-2 empty:hidden">
        {settings.prerequisites.map((one) => (
          <Prerequisite key={one.slug} place={place} one={one} />
        ))}
      </ul>
      {choices.length === 0 ? null : (
        <SettingsForm place={place} fields={fields} submit={<Button kind="quiet">{t("prerequisites.add")}</Button>}>
          <Select
            className="w-full"
            label={t("prerequisites.course")}
            options={choices.map(({ slug, titles }) => ({ value: slug, label: pickTranslated(titles, locale).text }))}
            {...fields.line("prerequisite", choices[0]?.slug ?? "")}
          />
        </SettingsForm>
      )}
    </SettingsPart>
  );
}

function Prerequisite({ place, one }: { place: Place; one: CourseSettings["prerequisites"][number] }) {
  const { t } = useTranslation("course-settings");
  const { locale } = usePageContext().formats;
  const fields = useSettingsFields(place, { intent: "remove-prerequisite", key: one.slug });
  const title = pickTranslated(one.titles, locale);
  const remove = (
    <Button kind="quiet" size="s" aria-label={t("prerequisites.remove", { title: title.text })}>
      {t("remove")}
    </Button>
  );
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 border-line border-b pb-2">
      <LocalText value={title} />
      <SettingsForm place={place} fields={fields} submit={remove}>
        <input type="hidden" name="prerequisite" value={one.slug} />
      </SettingsForm>
    </li>
  );
}
