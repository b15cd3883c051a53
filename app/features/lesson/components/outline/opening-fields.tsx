import { localTimeOf, momentOf } from "#app/platform/clock/local-time.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Field } from "#app/ui/field.tsx";
import { Select } from "#app/ui/select.tsx";
import type { LessonFieldsProps } from "./lesson-fields.ts";
import { NumberField } from "./number-field.tsx";

const ways = ["now", "at", "after"] as const;
const USUAL_DAYS = 7;
const HOUR = 3_600_000;

/** When a lesson opens: from the beginning, at a time, or so many days after a learner began. */
export function OpeningFields(props: LessonFieldsProps) {
  const { t } = useTranslation("outline");
  const { lesson, set } = props;
  const { timeZone } = usePageContext().formats;
  const way = lesson.opensAt === null ? (lesson.dripDays === null ? "now" : "after") : "at";
  const choose = (chosen: string) => {
    const tomorrow = new Date(Math.ceil(Date.now() / HOUR) * HOUR + 24 * HOUR).toISOString();
    set({ opensAt: chosen === "at" ? tomorrow : null, dripDays: chosen === "after" ? USUAL_DAYS : null });
  };
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Select
        name={`opening-${lesson.id}`}
        label={t("opening.legend")}
        options={ways.map((value) => ({ value, label: t(`opening.${value}`) }))}
        value={way}
        onChange={(event) => choose(event.target.value)}
      />
      {way === "after" ? (
        <NumberField {...props} fact="dripDays" from={0} to={3_650} label={t("opening.days")} />
      ) : null}
      {lesson.opensAt === null ? null : (
        <Field
          key={lesson.id}
          name={`opensAt-${lesson.id}`}
          type="datetime-local"
          label={t("opening.time")}
          hint={t("opening.zone", { zone: timeZone })}
          value={localTimeOf(lesson.opensAt, timeZone)}
          onChange={(event) => {
            const opensAt = momentOf(event.target.value, timeZone);
            if (opensAt) set({ opensAt }, "opensAt");
          }}
        />
      )}
    </div>
  );
}
