import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { PrintFrame } from "../../components/print-parts.tsx";
import { RubricList } from "../../components/rubric-list.tsx";
import type { QuestionPrintProps } from "../question-props.ts";
import { endingsOf } from "./file-kinds.ts";
import type { FileUploadAnswer, FileUploadShown } from "./file-upload.ts";

export default function FileUploadPrint(props: QuestionPrintProps<FileUploadShown, FileUploadAnswer>) {
  const { shown, answer, locale } = props;
  const { t } = useTranslation("quiz");
  return (
    <PrintFrame stem={shown.stem} locale={locale}>
      <RubricList rubric={shown.rubric} locale={locale} />
      <p>
        {answer ? t("print.gradedByHand") : t("print.handedInApart", { count: shown.most })}{" "}
        <bdi dir="ltr">{endingsOf(shown.kinds).join(" ")}</bdi>
      </p>
    </PrintFrame>
  );
}
