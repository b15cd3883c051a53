import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { at } from "../../components/editing/bound.ts";
import { OneOfField } from "../../components/editing/fields.tsx";
import { PartList } from "../../components/editing/part-list.tsx";
import { partOptions } from "../../components/editing/part-options.ts";
import { PartialField } from "../../components/editing/partial-field.tsx";
import { bind, QuestionForm } from "../../components/editing/question-form.tsx";
import { TranslatedField } from "../../components/editing/translated-field.tsx";
import type { QuestionEditorProps } from "../question-props.ts";
import type { CategoriseBody } from "./categorise.ts";

export default function CategoriseEditor(props: QuestionEditorProps<CategoriseBody>) {
  const { t } = useTranslation("question");
  const { formats } = usePageContext();
  const form = bind(props);
  const options = partOptions(form.value.categories, formats);
  return (
    <QuestionForm form={form}>
      <PartList
        field={at(form, "categories")}
        legend={t("categories")}
        nameOf={(number) => t("category", { number })}
        addLabel={t("addCategory")}
        fresh={(id) => ({ id, label: {} })}
      >
        {(category) => <TranslatedField line field={at(category, "label")} legend={t("label")} />}
      </PartList>
      <PartList
        field={at(form, "items")}
        legend={t("items")}
        nameOf={(number) => t("item", { number })}
        addLabel={t("addItem")}
        fresh={(id) => ({ id, text: {}, category: form.value.categories[0]?.id ?? "" })}
      >
        {(item) => (
          <>
            <TranslatedField field={at(item, "text")} legend={t("text")} />
            <OneOfField field={at(item, "category")} label={t("match")} options={options} />
          </>
        )}
      </PartList>
      <PartialField field={at(form, "partial")} />
    </QuestionForm>
  );
}
