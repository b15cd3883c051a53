import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { AcceptedNumbers } from "../../components/editing/accepted-numbers.tsx";
import { AcceptedTexts } from "../../components/editing/accepted-texts.tsx";
import { at, type Bound } from "../../components/editing/bound.ts";
import { OneOfField, OptionalNumberField, ShareField } from "../../components/editing/fields.tsx";
import { PartList } from "../../components/editing/part-list.tsx";
import { TranslatedField } from "../../components/editing/translated-field.tsx";
import { newPartId } from "../part-id.ts";
import type { Gap } from "./gap.ts";

/** The gap as another kind of it. */
function asKind({ id, weight }: Gap, kind: Gap["kind"]): Gap {
  const common = { id, weight };
  if (kind === "text") return { ...common, kind, accepted: [{ id: newPartId(), text: "" }] };
  if (kind === "number") return { ...common, kind, answers: [{ id: newPartId(), value: Number.NaN }] };
  const choices = [
    { id: newPartId(), label: {}, share: 1 },
    { id: newPartId(), label: {} },
  ];
  return { ...common, kind, choices };
}

function KeyFields({ gap }: { gap: Bound<Gap> }) {
  const { t } = useTranslation("question");
  const { value } = gap;
  if (value.kind === "number") return <AcceptedNumbers answers={at({ ...gap, value }, "answers")} />;
  if (value.kind === "text") {
    const text = { ...gap, value };
    return <AcceptedTexts accepted={at(text, "accepted")} strict={at(text, "strict")} />;
  }
  return (
    <PartList
      field={at({ ...gap, value }, "choices")}
      legend={t("choices")}
      hint={t("singleChoiceHint")}
      nameOf={(number) => t("choice", { number })}
      addLabel={t("addChoice")}
      fresh={(id) => ({ id, label: {} })}
    >
      {(choice) => (
        <>
          <TranslatedField line field={at(choice, "label")} legend={t("text")} />
          <ShareField field={at(choice, "share")} label={t("share")} />
        </>
      )}
    </PartList>
  );
}

/** How a gap is filled, and what fills it rightly. */
export function GapFields({ gap }: { gap: Bound<Gap> }) {
  const { t } = useTranslation("question");
  const kinds: { value: Gap["kind"]; label: string }[] = [
    { value: "choices", label: t("gapChoices") },
    { value: "text", label: t("gapText") },
    { value: "number", label: t("gapNumber") },
  ];
  const kind = {
    ...gap,
    path: [...gap.path, "kind"],
    value: gap.value.kind,
    onChange: (next: Gap["kind"]) => gap.onChange(asKind(gap.value, next)),
  };
  return (
    <>
      <p>
        {t("gapMark")} <code dir="ltr">{`{{${gap.value.id}}}`}</code>
      </p>
      <OneOfField field={kind} label={t("gapKind")} options={kinds} />
      <KeyFields gap={gap} />
      <OptionalNumberField
        field={{
          ...gap,
          path: [...gap.path, "weight"],
          value: gap.value.weight,
          onChange: (weight) => gap.onChange({ ...gap.value, weight }),
        }}
        label={t("gapWeight")}
      />
    </>
  );
}
