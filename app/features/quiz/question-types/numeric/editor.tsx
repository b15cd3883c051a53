import { useState } from "react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { AcceptedNumbers } from "../../components/editing/accepted-numbers.tsx";
import { at, type Bound } from "../../components/editing/bound.ts";
import { CheckField, LineField, NumberField } from "../../components/editing/fields.tsx";
import { PartList } from "../../components/editing/part-list.tsx";
import { bind, QuestionForm } from "../../components/editing/question-form.tsx";
import { TranslatedField } from "../../components/editing/translated-field.tsx";
import type { QuestionEditorProps } from "../question-props.ts";
import type { NumericBody } from "./numeric.ts";

/** Several ways of writing a unit in one line, apart by commas. */
function NamesField({ field }: { field: Bound<string[] | undefined> }) {
  const { t } = useTranslation("question");
  const [typed, setTyped] = useState((field.value ?? []).join(", "));
  const read = (text: string) => {
    setTyped(text);
    const names = text
      .split(/[,،]/)
      .map((name) => name.trim())
      .filter(Boolean);
    field.onChange(names.length === 0 ? undefined : names);
  };
  return (
    <LineField field={{ ...field, value: typed, onChange: read }} label={t("unitNames")} hint={t("unitNamesHint")} />
  );
}

export default function NumericEditor(props: QuestionEditorProps<NumericBody>) {
  const { t } = useTranslation("question");
  const form = bind(props);
  const units = at(form, "units");
  const setUnits = (next: NonNullable<NumericBody["units"]>) => units.onChange(next.length === 0 ? undefined : next);
  return (
    <QuestionForm form={form}>
      <AcceptedNumbers answers={at(form, "answers")} />
      <PartList
        field={{ ...units, onChange: setUnits }}
        legend={t("units")}
        hint={t("unitsHint")}
        nameOf={(number) => t("unit", { number })}
        addLabel={t("addUnit")}
        fresh={(id) => ({ id, label: {}, factor: units.value ? Number.NaN : 1 })}
      >
        {(unit) => (
          <>
            <TranslatedField line field={at(unit, "label")} legend={t("label")} />
            <NumberField field={at(unit, "factor")} label={t("factor")} />
            <NamesField field={at(unit, "names")} />
          </>
        )}
      </PartList>
      <CheckField field={at(form, "unitRequired")} label={t("unitRequired")} />
    </QuestionForm>
  );
}
