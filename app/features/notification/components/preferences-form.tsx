import type { SubmissionResult } from "@conform-to/react";
import type { DigestRhythm, NoticeKind, NoticeMail } from "#app/platform/db/generated/enums.ts";
import { Form } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Select } from "#app/ui/select.tsx";

type Preferences = {
  kinds: { kind: NoticeKind; shown: boolean; mail: NoticeMail }[];
  rhythm: DigestRhythm | "never";
  hour: number;
  weekday: number;
  quietFrom: number | null;
  quietUntil: number | null;
};

type PreferencesFormProps = { preferences: Preferences; result: SubmissionResult<string[]> | undefined };

/** How a person wants to be told of each kind, and when. */
export function PreferencesForm({ preferences, result }: PreferencesFormProps) {
  const { t } = useTranslation("notices");
  const errors = useFormErrors(result);
  const optional = preferences.kinds.filter(({ kind }) => kind !== "security" && kind !== "payment");
  return (
    <Form method="post" className="grid max-w-3xl gap-8">
      <FormErrors messages={errors.form} />
      <section className="grid gap-4">
        <h2 className="font-bold font-read text-2xl">{t("preferences.what")}</h2>
        <Card>
          <p className="font-semibold">
            {t("kinds.security.name")} · {t("kinds.payment.name")}
          </p>
          <p className="text-ink-2 text-sm">{t("preferences.always")}</p>
        </Card>
        <ul className="grid gap-4">
          {optional.map((choice, index) => (
            <li key={choice.kind}>
              <KindChoice choice={choice} name={`kinds[${index}]`} />
            </li>
          ))}
        </ul>
      </section>
      <Times preferences={preferences} errors={errors} />
      <div>
        <Button>{t("preferences.save")}</Button>
      </div>
    </Form>
  );
}

function KindChoice({ choice, name }: { choice: Preferences["kinds"][number]; name: string }) {
  const { t } = useTranslation("notices");
  const { kind, shown, mail } = choice;
  const title = t(`kinds.${kind}.name`);
  const options = (["now", "digest", "never"] as const).map((value) => ({
    value,
    label: t(`preferences.mail.${value}`),
  }));
  return (
    <Card>
      <fieldset className="grid gap-2 sm:grid-cols-[minmax(0,1fr)_14rem] sm:items-center sm:gap-x-6">
        <legend className="mb-1 font-semibold">{title}</legend>
        <input type="hidden" name={`${name}.kind`} value={kind} />
        <div>
          <p className="text-ink-2 text-sm">{t(`kinds.${kind}.text`)}</p>
          <Checkbox label={t("preferences.shown")} name={`${name}.shown`} value="true" defaultChecked={shown} />
        </div>
        <Select label={t("preferences.byMail")} name={`${name}.mail`} options={options} defaultValue={mail} />
      </fieldset>
    </Card>
  );
}

type TimesProps = { preferences: Preferences; errors: ReturnType<typeof useFormErrors> };

function Times({ preferences, errors }: TimesProps) {
  const { t } = useTranslation("notices");
  const { rhythm, hour, weekday, quietFrom, quietUntil } = preferences;
  const hours = useHours();
  const weekdays = useWeekdays();
  const rhythms = (["daily", "weekly", "never"] as const).map((value) => ({
    value,
    label: t(`preferences.rhythm.${value}`),
  }));
  const typed = (name: string, kept: number | string) => errors.typed(name) ?? String(kept);
  return (
    <section className="grid gap-4">
      <h2 className="font-bold font-read text-2xl">{t("preferences.when")}</h2>
      <p className="text-ink-2">{t("preferences.zone")}</p>
      <div className="grid gap-4 sm:grid-cols-3">
        <Select
          label={t("preferences.digest")}
          name="rhythm"
          options={rhythms}
          defaultValue={typed("rhythm", rhythm)}
        />
        <Select label={t("preferences.hour")} name="hour" options={hours} defaultValue={typed("hour", hour)} />
        <Select
          label={t("preferences.weekday")}
          hint={t("preferences.weekdayHint")}
          name="weekday"
          options={weekdays}
          defaultValue={typed("weekday", weekday)}
        />
      </div>
      <Checkbox
        label={t("preferences.quiet")}
        hint={t("preferences.quietHint")}
        name="quiet"
        value="true"
        defaultChecked={errors.typed("quiet") !== undefined || quietFrom !== null}
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <Select
          label={t("preferences.from")}
          name="quietFrom"
          options={hours}
          defaultValue={typed("quietFrom", quietFrom ?? 22)}
        />
        <Select
          label={t("preferences.until")}
          name="quietUntil"
          options={hours}
          error={errors.field("quietUntil")}
          defaultValue={typed("quietUntil", quietUntil ?? 7)}
        />
      </div>
    </section>
  );
}

/** The hours of a day as the person's clock writes them. */
function useHours() {
  const { digits } = useFormats();
  return Array.from({ length: 24 }, (_, hour) => ({
    value: String(hour),
    label: digits(`${String(hour).padStart(2, "0")}:00`),
  }));
}

function useWeekdays() {
  const { language } = useTranslation("notices");
  const name = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
  // The first of January 2024 was a Monday.
  return [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: name.format(Date.UTC(2024, 0, day)) }));
}
