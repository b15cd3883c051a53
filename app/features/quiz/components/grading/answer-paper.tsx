import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon } from "#app/ui/icon.tsx";
import { countWords } from "../../question-types/essay/count-words.ts";
import type { SentFile } from "../../question-types/question-props.ts";

type Essay = { text: string };
type Files = { files: SentFile[] };
export type WrittenAnswer = Essay | Files | null;

/** What a person is to grade, as it was written: each paragraph in its own direction; or the files that were sent. */
export function AnswerPaper({ answer }: { answer: WrittenAnswer }) {
  const { t } = useTranslation("quiz-results");
  if (answer === null) return <p className="text-ink-2">{t("answer.none")}</p>;
  if ("files" in answer) return <FileList {...answer} />;
  const paragraphs = answer.text.split(/\n{2,}/).map((text, index) => ({ text, key: `${index}` }));
  return (
    <>
      <div className="reading rounded border border-line bg-surface px-5 py-4 sm:px-8">
        {paragraphs.map(({ text, key }) => (
          <p key={key} dir="auto" className="whitespace-pre-line break-words">
            {text}
          </p>
        ))}
      </div>
      <p className="mt-2 text-ink-2 text-sm">{t("answer.words", { count: countWords(answer.text) })}</p>
    </>
  );
}

function FileList({ files }: Files) {
  const { t } = useTranslation("quiz-results");
  if (files.length === 0) return <p className="text-ink-2">{t("answer.none")}</p>;
  return (
    <ul className="grid gap-2">
      {files.map(({ id, name, href }, index) => (
        <li key={id}>
          <a
            href={href}
            download
            className="flex min-h-11 items-center gap-3 rounded border border-line bg-surface px-4 py-2 text-tile hover:bg-tile-tint"
          >
            <Icon name="download" className="size-5 flex-none" />
            <bdi className="min-w-0 break-words">{name || t("answer.file", { number: index + 1 })}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );
}
