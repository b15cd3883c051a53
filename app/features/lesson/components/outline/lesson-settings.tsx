import { directionOf, localeNames } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { setLesson, withTitle } from "../../outline/edit-outline.ts";
import { KeptField } from "./kept-field.tsx";
import type { LessonFieldsProps } from "./lesson-fields.ts";
import { NumberField } from "./number-field.tsx";
import { OpeningFields } from "./opening-fields.tsx";
import { RequiresFields } from "./requires-fields.tsx";

/** All that the outline decides of one lesson. */
export function LessonSettings({ lesson, editor }: Omit<LessonFieldsProps, "set">) {
  const { t } = useTranslation("outline");
  const { hand, acts } = editor;
  const set: LessonFieldsProps["set"] = (change, key) =>
    hand.edit((now) => setLesson(now, { id: lesson.id, change }), key && `${lesson.id} ${key}`);
  const fields = { lesson, editor, set };
  return (
    <div className="grid grid-cols-1 gap-5 border-line border-t bg-paper px-4 py-4">
      <Titles {...fields} />
      <div className="grid gap-x-6 sm:grid-cols-2">
        <Checkbox
          name={`required-${lesson.id}`}
          label={t("lesson.required")}
          checked={lesson.required}
          onChange={(event) => set({ required: event.target.checked })}
        />
        <Checkbox
          name={`preview-${lesson.id}`}
          label={t("lesson.preview")}
          checked={lesson.preview}
          onChange={(event) => set({ preview: event.target.checked })}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <NumberField {...fields} fact="minutes" from={1} to={1_000} label={t("lesson.minutes")} />
        <NumberField
          {...fields}
          fact="weight"
          from={0}
          to={1_000}
          label={t("lesson.weight")}
          hint={t("lesson.weightHint")}
        />
      </div>
      <OpeningFields {...fields} />
      <RequiresFields {...fields} />
      <Button
        type="button"
        kind="danger"
        size="s"
        className="justify-self-start"
        onClick={() => acts.removeLesson(lesson.id, lesson.titles)}
      >
        {t("lesson.remove")}
      </Button>
    </div>
  );
}

function Titles({ lesson, editor: { course }, set }: LessonFieldsProps) {
  const { t } = useTranslation("outline");
  return (
    <div className="grid gap-4">
      {course.locales.map((locale) => {
        const label = t("lesson.titleIn", { language: localeNames[locale] });
        const title = lesson.titles[locale];
        if (title === undefined) {
          return (
            <p key={locale} className="text-ink-2">
              {label}: {t("lesson.noText")}
            </p>
          );
        }
        return (
          <KeptField
            key={locale}
            name={`title-${lesson.id}-${locale}`}
            label={label}
            lang={locale}
            dir={directionOf(locale)}
            maxLength={200}
            value={title}
            check={(text) => (text === "" ? t("errors.titleNeeded") : undefined)}
            keep={(text) => set({ titles: withTitle(lesson.titles, locale, text) }, locale)}
          />
        );
      })}
    </div>
  );
}
