import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { FieldError } from "#app/ui/field-parts.tsx";
import { at, controlId } from "../../components/editing/bound.ts";
import { NumberField, useProblem } from "../../components/editing/fields.tsx";
import { bind, QuestionForm } from "../../components/editing/question-form.tsx";
import { RubricFields } from "../../components/editing/rubric-fields.tsx";
import type { QuestionEditorProps } from "../question-props.ts";
import type { FileKind } from "./file-kinds.ts";
import type { FileUploadBody } from "./file-upload.ts";

const MEGABYTE = 1024 * 1024;

export default function FileUploadEditor(props: QuestionEditorProps<FileUploadBody>) {
  const { t } = useTranslation("question");
  const form = bind(props);
  const kinds = at(form, "kinds");
  const problem = useProblem(kinds);
  const options: { kind: FileKind; label: string }[] = [
    { kind: "pdf", label: t("kindPdf") },
    { kind: "document", label: t("kindDocument") },
    { kind: "image", label: t("kindImage") },
    { kind: "audio", label: t("kindAudio") },
    { kind: "video", label: t("kindVideo") },
    { kind: "table", label: t("kindTable") },
    { kind: "slides", label: t("kindSlides") },
  ];
  const set = (kind: FileKind, isTaken: boolean) => {
    const others = kinds.value.filter((other) => other !== kind);
    kinds.onChange(isTaken ? [...others, kind] : others);
  };
  return (
    <QuestionForm form={form}>
      <fieldset className="grid min-w-0" aria-describedby={problem ? `${controlId(kinds.path)}-error` : undefined}>
        <legend className="font-semibold">{t("kinds")}</legend>
        {options.map(({ kind, label }) => (
          <Checkbox
            key={kind}
            id={controlId(kinds.path, kind)}
            name={controlId(kinds.path, kind)}
            label={label}
            checked={kinds.value.includes(kind)}
            onChange={(event) => set(kind, event.target.checked)}
          />
        ))}
        <FieldError id={controlId(kinds.path)}>{problem}</FieldError>
      </fieldset>
      <NumberField field={at(form, "most")} label={t("mostFiles")} />
      <NumberField field={at(form, "mostBytes")} label={t("mostMegabytes")} scale={MEGABYTE} />
      <RubricFields rubric={at(form, "rubric")} showRubric={at(form, "showRubric")} model={at(form, "model")} />
    </QuestionForm>
  );
}
