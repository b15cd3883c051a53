import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { at } from "../../components/editing/bound.ts";
import { OneOfField } from "../../components/editing/fields.tsx";
import { PartList } from "../../components/editing/part-list.tsx";
import { bind, QuestionForm } from "../../components/editing/question-form.tsx";
import { TranslatedField } from "../../components/editing/translated-field.tsx";
import type { QuestionEditorProps } from "../question-props.ts";
import type { OrderingBody } from "./ordering.ts";

export default function OrderingEditor(props: QuestionEditorProps<OrderingBody>) {
  const { t } = useTranslation("question");
  const form = bind(props);
  const rules = [
    { value: "pairs" as const, label: t("partialPairs") },
    { value: "positions" as const, label: t("partialPositions") },
    { value: "none" as const, label: t("partialNone") },
  ];
  return (
    <QuestionForm form={form}>
      <PartList
        field={at(form, "items")}
        legend={t("items")}
        hint={t("orderHint")}
        nameOf={(number) => t("item", { number })}
        addLabel={t("addItem")}
        fresh={(id) => ({ id, text: {} })}
      >
        {(item) => <TranslatedField field={at(item, "text")} legend={t("text")} />}
      </PartList>
      <OneOfField field={at(form, "partial")} label={t("partial")} options={rules} />
    </QuestionForm>
  );
}
