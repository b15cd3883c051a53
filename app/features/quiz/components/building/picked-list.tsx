import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { BankQuestion } from "../../building/plan-pieces.server.ts";

type PickedListProps = {
  questions: BankQuestion[];
  taken: ReadonlySet<string>;
  chosen: ReadonlyMap<string, BankQuestion>;
  toggle: (question: BankQuestion) => void;
};

/** Questions with a box to choose each by; those that the quiz has already say so. */
export function PickedList({ questions, taken, chosen, toggle }: PickedListProps) {
  const { t } = useTranslation("quiz-editor");
  const { locale } = usePageContext().formats;
  return (
    <ul className="grid max-h-96 gap-1 overflow-y-auto">
      {questions.map((question) => (
        <li key={question.id} className="min-w-0 border-line border-b last:border-b-0">
          <Checkbox
            name="question"
            value={question.id}
            disabled={taken.has(question.id)}
            checked={taken.has(question.id) || chosen.has(question.id)}
            onChange={() => toggle(question)}
            label={
              <span className="grid min-w-0 gap-1">
                <span>
                  <bdi className="break-words font-semibold">{question.name}</bdi>
                </span>
                <LocalText
                  value={pickTranslated(question.stem, locale)}
                  className="line-clamp-2 break-words text-ink-2 text-sm"
                />
                <span className="flex flex-wrap gap-1.5">
                  <Tag kind="plain">{t(`quiz:types.${question.type}`)}</Tag>
                  {taken.has(question.id) ? <Tag kind="gold">{t("picker.taken")}</Tag> : null}
                  {question.tags.map((tag) => (
                    <Tag key={tag} kind="tile">
                      <bdi>{tag}</bdi>
                    </Tag>
                  ))}
                </span>
              </span>
            }
          />
        </li>
      ))}
    </ul>
  );
}
