import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { useSaveKey } from "#app/platform/browser/use-save-key.ts";
import { useHref } from "#app/platform/i18n/link.tsx";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { BankChoices } from "../../bank/find-bank-choices.server.ts";
import type { BankCourse } from "../../bank/open-bank.server.ts";
import { QuestionEditor } from "../question-editor.tsx";
import { ConflictNotice } from "./conflict-notice.tsx";
import { DraftNotices } from "./draft-notices.tsx";
import { FactFields } from "./fact-fields.tsx";
import { LanguageChoice, usedLocales } from "./language-choice.tsx";
import { PictureShelf, PicturesProvider } from "./picture-shelf.tsx";
import { QuestionPreview } from "./question-preview.tsx";
import { SaveBar } from "./save-bar.tsx";
import { type EditedQuestion, useQuestionDraft } from "./use-question-draft.ts";

type QuestionDeskProps = {
  course: BankCourse;
  /** Id of the person who writes. */
  owner: string;
  choices: BankChoices;
  question: EditedQuestion;
  /** What is told of a question that is in the bank already. */
  use?: ReactNode;
};

/** Where a question is written: its fields, how it looks to learners, and what an answer to it earns. */
export function QuestionDesk({ course, owner, choices, question, use }: QuestionDeskProps) {
  const { t } = useTranslation("question-bank");
  const state = useQuestionDraft({ course: course.slug, owner, question });
  const [added, setAdded] = useState<Locale[]>([]);
  const { draft, sent } = state;
  const locales = [...new Set([...course.locales, ...usedLocales(draft.body), ...added])];
  const invalid = sent?.result === "invalid" ? sent : undefined;
  const form = useRef<HTMLFormElement>(null);
  const save = useSaving({ course: course.slug, question, state });
  useEffect(() => {
    if (invalid) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [invalid]);
  useSaveKey(() => void save(false));
  useFirstField(form, question.id === null);
  return (
    <PicturesProvider course={course.slug} pictures={choices.pictures}>
      <noscript>
        <Notice kind="warning">{t("desk.noScript")}</Notice>
      </noscript>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <form
          ref={form}
          aria-label={t("desk.title")}
          // Room for the bar at the bottom, which must not hide what has the focus.
          className="grid min-w-0 gap-6 [&_button]:scroll-mb-28 [&_input]:scroll-mb-28 [&_select]:scroll-mb-28 [&_textarea]:scroll-mb-28"
          onSubmit={(event) => {
            event.preventDefault();
            void save(false);
          }}
        >
          <DraftNotices course={course.slug} state={state} isNew={question.id === null} />
          {sent?.result === "conflict" ? <ConflictNotice theirs={question} state={state} /> : null}
          <FactFields key={`facts-${state.filling}`} choices={choices} state={state} problems={invalid?.fields ?? {}} />
          <QuestionEditor
            key={state.filling}
            type={question.type}
            value={draft.body}
            onChange={(body) => state.change({ body })}
            problems={invalid?.problems ?? []}
            locales={locales}
          />
          <LanguageChoice locales={locales} onAdd={(locale) => setAdded([...added, locale])} />
          <PictureShelf />
          <SaveBar state={state} isNew={question.id === null} saveAndNew={() => void save(true)} />
        </form>
        <div className="grid min-w-0 content-start gap-8 lg:sticky lg:top-4">
          <QuestionPreview course={course.slug} type={question.type} body={draft.body} locales={locales} />
          {use}
        </div>
      </div>
    </PicturesProvider>
  );
}

type Saving = {
  course: string;
  question: EditedQuestion;
  state: ReturnType<typeof useQuestionDraft>;
};

/** Saves, and goes on to the question's own page or to a new question of the same type. */
function useSaving({ course, question, state }: Saving) {
  const navigate = useNavigate();
  const href = useHref();
  return async (andNew: boolean) => {
    if (state.sent?.result === "sending") return;
    const answer = await state.save();
    if (answer.result !== "saved") return;
    const bank = `/teach/${course}/questions`;
    if (andNew) {
      const category = state.draft.categoryId ? `&category=${state.draft.categoryId}` : "";
      await navigate(href(`${bank}/new?type=${question.type}${category}`), { state: { saved: answer.questionId } });
    } else if (question.id === null) {
      await navigate(href(`${bank}/${answer.questionId}`), { replace: true, state: { saved: answer.questionId } });
    }
  };
}

/** Begins a new question in its first text, once the editor of its type is loaded. */
function useFirstField(form: RefObject<HTMLFormElement | null>, isNew: boolean) {
  useEffect(() => {
    if (!isNew || !form.current) return;
    const focus = () => {
      const text = form.current?.querySelector<HTMLElement>("textarea");
      text?.focus({ preventScroll: true });
      return text;
    };
    if (focus()) return;
    const observer = new MutationObserver(() => {
      if (focus()) observer.disconnect();
    });
    observer.observe(form.current, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [form, isNew]);
}
