import { AcceptedTexts } from "../../components/editing/accepted-texts.tsx";
import { at } from "../../components/editing/bound.ts";
import { bind, QuestionForm } from "../../components/editing/question-form.tsx";
import type { QuestionEditorProps } from "../question-props.ts";
import type { ShortTextBody } from "./short-text.ts";

export default function ShortTextEditor(props: QuestionEditorProps<ShortTextBody>) {
  const form = bind(props);
  return (
    <QuestionForm form={form}>
      <AcceptedTexts accepted={at(form, "accepted")} strict={at(form, "strict")} />
    </QuestionForm>
  );
}
