import { useState } from "react";
import { translateMessage } from "#app/platform/i18n/message-key.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Field } from "#app/ui/field.tsx";
import { Select } from "#app/ui/select.tsx";
import type { BankChoices } from "../../bank/find-bank-choices.server.ts";
import type { FieldProblems } from "../../bank/save-question.server.ts";
import { categoryOptions } from "./category-options.ts";
import { readTags, writeTags } from "./question-draft.ts";
import type { QuestionDraftState } from "./use-question-draft.ts";

type FactFieldsProps = { choices: BankChoices; state: QuestionDraftState; problems: FieldProblems };

/** Tags that are offered to be pressed. */
const OFFERED = 12;

/** By which a question is found in its bank: learners see none of it. */
export function FactFields({ choices, state, problems }: FactFieldsProps) {
  const { t } = useTranslation("question-bank");
  const { draft, change } = state;
  const [typed, setTyped] = useState(writeTags(draft.tags));
  const error = (name: keyof FieldProblems) => {
    const message = problems[name];
    return message && translateMessage(t, message);
  };
  const setTags = (line: string) => {
    setTyped(line);
    change({ tags: readTags(line) });
  };
  const offered = choices.tags.filter((tag) => !draft.tags.includes(tag)).slice(0, OFFERED);
  return (
    <div className="grid items-end gap-4 sm:grid-cols-2">
      <Field
        className="sm:col-span-2"
        name="name"
        label={t("name")}
        hint={t("nameHint")}
        dir="auto"
        maxLength={200}
        autoComplete="off"
        error={error("name")}
        value={draft.name}
        onChange={(event) => change({ name: event.target.value })}
      />
      <Select
        name="category"
        label={t("category")}
        options={[{ value: "", label: t("noCategory") }, ...categoryOptions(choices.categories)]}
        error={error("categoryId")}
        value={draft.categoryId ?? ""}
        onChange={(event) => change({ categoryId: event.target.value || null })}
      />
      <Field
        name="tags"
        label={t("tags")}
        hint={t("tagsHint")}
        dir="auto"
        autoComplete="off"
        error={error("tags")}
        value={typed}
        onChange={(event) => setTags(event.target.value)}
      />
      {offered.length > 0 ? (
        <ul aria-label={t("tagsOffered")} className="flex flex-wrap gap-2 sm:col-span-2">
          {offered.map((tag) => (
            <li key={tag}>
              <button
                type="button"
                className="inline-flex min-h-11 items-center rounded-full border border-line-strong px-3 text-sm hover:bg-tile-tint"
                onClick={() => setTags(writeTags([...draft.tags, tag]))}
              >
                <span aria-hidden="true">+ </span>
                <bdi>{tag}</bdi>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
