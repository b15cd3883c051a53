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
import type { MatchingBody } from "./matching.ts";

export default function MatchingEditor(props: QuestionEditorProps<MatchingBody>) {
  const { t } = useTranslation("question");
  const { formats } = usePageContext();
  const form = bind(props);
  const options = partOptions(form.value.responses, formats);
  return (
    <QuestionForm form={form}>
      <PartList
        field={at(form, "responses")}
        legend={t("responses")}
        hint={t("responsesHint")}
        nameOf={(number) => t("response", { number })}
        addLabel={t("addResponse")}
        fresh={(id) => ({ id, label: {} })}
      >
        {(response) => <TranslatedField line field={at(response, "label")} legend={t("label")} />}
      </PartList>
      <PartList
        field={at(form, "premises")}
        legend={t("premises")}
        nameOf={(number) => t("premise", { number })}
        addLabel={t("addPremise")}
        fresh={(id) => ({ id, text: {}, match: form.value.responses[0]?.id ?? "" })}
      >
        {(premise) => (
          <>
            <TranslatedField field={at(premise, "text")} legend={t("text")} />
            <OneOfField field={at(premise, "match")} label={t("match")} options={options} />
          </>
        )}
      </PartList>
      <PartialField field={at(form, "partial")} />
    </QuestionForm>
  );
}
