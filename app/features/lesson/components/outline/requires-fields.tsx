import { useState } from "react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon } from "#app/ui/icon.tsx";
import { Select } from "#app/ui/select.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import { lessonsOf } from "../../outline/draft-outline.ts";
import { mayRequire } from "../../outline/find-circle.ts";
import type { LessonFieldsProps } from "./lesson-fields.ts";

/** Which lessons are to be completed before one opens. */
export function RequiresFields({ lesson, editor: { hand, titleOf }, set }: LessonFieldsProps) {
  const { t } = useTranslation("outline");
  const [refused, setRefused] = useState<string>();
  const lessons = lessonsOf(hand.outline);
  const asked = lessons.filter(({ id }) => lesson.requires.includes(id));
  const others = lessons.filter(({ id }) => id !== lesson.id && !lesson.requires.includes(id));
  const add = (required: string) => {
    const other = others.find(({ id }) => id === required);
    if (!other) return;
    const fits = mayRequire(lessons, { id: lesson.id, required });
    setRefused(fits ? undefined : t("requires.circle", { title: titleOf(other.titles) }));
    if (fits) set({ requires: [...lesson.requires, required] });
  };
  return (
    <fieldset className="grid grid-cols-1 gap-2">
      <legend className="font-medium">{t("requires.legend")}</legend>
      {asked.length === 0 ? <p className="text-ink-2">{t("requires.none")}</p> : null}
      <ul>
        {asked.map(({ id, titles }) => (
          <li key={id} className="flex items-center gap-2">
            <bdi className="min-w-0">{titleOf(titles)}</bdi>
            <button
              type="button"
              className="grid size-11 flex-none place-items-center rounded-sm text-danger hover:bg-surface-2"
              onClick={() => set({ requires: lesson.requires.filter((one) => one !== id) })}
            >
              <Icon name="close" className="size-5" />
              <VisuallyHidden>{t("requires.remove", { title: titleOf(titles) })}</VisuallyHidden>
            </button>
          </li>
        ))}
      </ul>
      {others.length > 0 ? (
        <Select
          name={`requires-${lesson.id}`}
          label={t("requires.add")}
          error={refused}
          value=""
          options={[
            { value: "", label: t("requires.choose") },
            ...others.map(({ id, titles }) => ({ value: id, label: titleOf(titles) })),
          ]}
          onChange={(event) => add(event.target.value)}
        />
      ) : null}
    </fieldset>
  );
}
