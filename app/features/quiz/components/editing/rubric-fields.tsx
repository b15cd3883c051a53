import type { Translated } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { Rubric } from "../../question-types/rubric.ts";
import { at, type Bound } from "./bound.ts";
import { CheckField, NumberField } from "./fields.tsx";
import { MoreFields } from "./more-fields.tsx";
import { PartList } from "./part-list.tsx";
import { OptionalTranslatedField, TranslatedField } from "./translated-field.tsx";

type Criterion = Rubric[number];

function Levels({ criterion }: { criterion: Bound<Criterion> }) {
  const { t } = useTranslation("question");
  const levels = at(criterion, "levels");
  return (
    <PartList
      field={{ ...levels, onChange: (next) => levels.onChange(next.length === 0 ? undefined : next) }}
      legend={t("levels")}
      nameOf={(number) => t("level", { number })}
      addLabel={t("addLevel")}
      fresh={(id) => ({ id, label: {}, points: Number.NaN })}
    >
      {(level) => (
        <>
          <TranslatedField line field={at(level, "label")} legend={t("label")} />
          <NumberField field={at(level, "points")} label={t("points")} />
        </>
      )}
    </PartList>
  );
}

type RubricFieldsProps = {
  rubric: Bound<Rubric>;
  showRubric: Bound<boolean | undefined>;
  model: Bound<Translated | undefined>;
};

/** By what a person will grade, and what a good answer is like. */
export function RubricFields({ rubric, showRubric, model }: RubricFieldsProps) {
  const { t } = useTranslation("question");
  return (
    <>
      <PartList
        field={rubric}
        legend={t("rubric")}
        hint={t("rubricHint")}
        nameOf={(number) => t("criterion", { number })}
        addLabel={t("addCriterion")}
        fresh={(id) => ({ id, label: {}, points: 1 })}
      >
        {(criterion) => (
          <>
            <TranslatedField line field={at(criterion, "label")} legend={t("label")} />
            <NumberField field={at(criterion, "points")} label={t("points")} />
            <MoreFields part={criterion} keys={["description", "levels"]}>
              <OptionalTranslatedField field={at(criterion, "description")} legend={t("description")} />
              <Levels criterion={criterion} />
            </MoreFields>
          </>
        )}
      </PartList>
      <CheckField field={showRubric} label={t("showRubric")} />
      <OptionalTranslatedField field={model} legend={t("model")} hint={t("modelHint")} />
    </>
  );
}
