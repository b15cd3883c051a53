import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { at } from "../../components/editing/bound.ts";
import { PartList } from "../../components/editing/part-list.tsx";
import { PartialField } from "../../components/editing/partial-field.tsx";
import { bind, QuestionForm } from "../../components/editing/question-form.tsx";
import { TranslatedField } from "../../components/editing/translated-field.tsx";
import { newPartId } from "../part-id.ts";
import type { QuestionEditorProps } from "../question-props.ts";
import type { Gap } from "./gap.ts";
import { GapFields } from "./gap-fields.tsx";
import type { GapTextBody } from "./gap-text.ts";

export default function GapTextEditor(props: QuestionEditorProps<GapTextBody>) {
  const { t } = useTranslation("question");
  const form = bind(props);
  return (
    <QuestionForm form={form}>
      <TranslatedField field={at(form, "text")} legend={t("textWithGaps")} hint={t("textWithGapsHint")} rows={5} />
      <PartList
        field={at(form, "gaps")}
        legend={t("gaps")}
        nameOf={(number) => t("quiz:view.gap", { number })}
        addLabel={t("addGap")}
        fresh={(id): Gap => ({ id, kind: "text", accepted: [{ id: newPartId(), text: "" }] })}
      >
        {(gap) => <GapFields gap={gap} />}
      </PartList>
      <PartialField field={at(form, "partial")} />
    </QuestionForm>
  );
}
