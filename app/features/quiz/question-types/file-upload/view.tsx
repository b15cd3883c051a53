import { type ChangeEvent, useRef, useState } from "react";
import { useFileWords } from "#app/platform/i18n/use-file-words.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { FieldError } from "#app/ui/field-parts.tsx";
import { FileControl } from "#app/ui/file-field.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import { QuestionFrame } from "../../components/question-frame.tsx";
import { FoldedRubric } from "../../components/rubric-list.tsx";
import type { QuestionViewProps } from "../question-props.ts";
import { endingsOf, isOfKind } from "./file-kinds.ts";
import type { FileUploadAnswer, FileUploadShown } from "./file-upload.ts";

type ViewProps = QuestionViewProps<FileUploadShown, FileUploadAnswer>;

const MEGABYTE = 1024 * 1024;

function SentFiles({ value, onChange, disabled, uploads }: ViewProps) {
  const { t } = useTranslation("quiz");
  const known = new Map(uploads?.files.map((file) => [file.id, file]));
  const files = value?.files ?? [];
  if (files.length === 0) return null;
  return (
    <ul className="grid gap-2">
      {files.map((file) => {
        const name = known.get(file)?.name ?? t("view.sentFile");
        const href = known.get(file)?.href;
        return (
          <li key={file} className="flex items-center gap-3 rounded border border-line bg-surface p-2 ps-4">
            <Icon name="check" />
            <bdi className="min-w-0 flex-1 break-words">{href ? <a href={href}>{name}</a> : name}</bdi>
            {!disabled && (
              <Button
                type="button"
                kind="plain"
                size="s"
                onClick={() => onChange({ files: files.filter((other) => other !== file) })}
              >
                <Icon name="trash" />
                <VisuallyHidden>{t("view.removeFile", { name })}</VisuallyHidden>
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Sends files one after another, and says what became of each that could not be sent. */
function useSending({ shown, value, onChange, uploads }: ViewProps) {
  const { t } = useTranslation("quiz");
  const [state, setState] = useState({ isSending: false, problem: "" });
  // While files are on their way others may come or go: the newest answer counts.
  const files = useRef(value?.files ?? []);
  files.current = value?.files ?? [];
  const refusal = (file: File): string => {
    if (!isOfKind(file.name, shown.kinds)) return t("view.wrongKind", { name: file.name });
    if (file.size > shown.mostBytes) return t("view.tooLarge", { name: file.name });
    return files.current.length >= shown.most ? t("view.tooManyFiles", { count: shown.most }) : "";
  };
  const sendOne = async (file: File): Promise<string> => {
    const refused = refusal(file);
    if (refused || !uploads) return refused;
    const sent = await uploads.send(file).catch(() => null);
    if (!sent) return t("view.notSent", { name: file.name });
    files.current = [...files.current.filter((id) => id !== sent.id), sent.id];
    onChange({ files: files.current });
    return "";
  };
  const send = async (chosen: File[]) => {
    setState({ isSending: true, problem: "" });
    const problems: string[] = [];
    for (const file of chosen) problems.push(await sendOne(file));
    setState({ isSending: false, problem: problems.filter(Boolean).join(" ") });
  };
  return { ...state, send };
}

export default function FileUploadView(props: ViewProps) {
  const { shown, value, disabled, locale, id, uploads } = props;
  const { t } = useTranslation("quiz");
  const words = useFileWords();
  const formats = useFormats();
  const { isSending, problem, send } = useSending(props);
  const endings = endingsOf(shown.kinds);
  const isFull = (value?.files.length ?? 0) >= shown.most;
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(event.target.files ?? [])];
    event.target.value = "";
    void send(chosen);
  };
  const size = formats.number(Math.round((shown.mostBytes / MEGABYTE) * 10) / 10);
  return (
    <QuestionFrame id={id} stem={shown.stem} locale={locale}>
      <FoldedRubric rubric={shown.rubric} locale={locale} />
      <SentFiles {...props} />
      {!disabled && (
        <div className="grid gap-1.5">
          <label htmlFor={`${id}-file`} className="font-semibold">
            {t("view.addFile")}
          </label>
          <p id={`${id}-file-hint`} className="text-ink-2 text-sm">
            {t("view.filesMost", { count: shown.most })} {t("view.fileSize", { size })}{" "}
            <bdi dir="ltr">{endings.join(" ")}</bdi>
          </p>
          <FileControl
            id={`${id}-file`}
            words={words}
            multiple={shown.most > 1}
            accept={endings.join(",")}
            disabled={isSending || isFull || !uploads}
            aria-describedby={`${problem ? `${id}-file-error ` : ""}${id}-file-hint`}
            aria-invalid={problem ? true : undefined}
            onChange={choose}
          />
          <FieldError id={`${id}-file`}>{problem || undefined}</FieldError>
          <p role="status" className="text-ink-2 text-sm">
            {isSending && t("view.sending")}
          </p>
        </div>
      )}
    </QuestionFrame>
  );
}
