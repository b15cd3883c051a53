import { useState } from "react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Field } from "#app/ui/field.tsx";
import { Select } from "#app/ui/select.tsx";

type ChooseFromListProps = {
  name: string;
  label: string;
  choices: readonly { value: string; label: string }[];
  value: string | null;
  choose: (value: string | null) => void;
};

const SHOWN = 100;

/** One of many by searching in them. */
export function ChooseFromList({ name, label, choices, value, choose }: ChooseFromListProps) {
  const { t } = useTranslation("lesson-editor");
  const [sought, setSought] = useState("");
  const words = sought.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const fitting = choices.filter((choice) => words.every((word) => choice.label.toLocaleLowerCase().includes(word)));
  const shown = fitting.slice(0, SHOWN);
  const chosen = choices.find((choice) => choice.value === value);
  const listed = chosen && !shown.includes(chosen) ? [chosen, ...shown] : shown;
  return (
    <div className="grid gap-3">
      <Field
        type="search"
        name={`${name}-search`}
        label={t("settings.search")}
        dir="auto"
        value={sought}
        onChange={({ currentTarget }) => setSought(currentTarget.value)}
      />
      <Select
        name={name}
        label={label}
        options={[{ value: "", label: t("settings.choose") }, ...listed]}
        value={chosen ? chosen.value : ""}
        onChange={({ currentTarget }) => choose(currentTarget.value || null)}
      />
    </div>
  );
}
