import { useMemo, useState } from "react";
import { useRevalidator } from "react-router";
import { useKept } from "#app/platform/browser/use-kept.ts";
import type { Opened } from "../../bank/bank-schema.ts";
import type { SavedQuestion } from "../../bank/save-question.server.ts";
import { keptDrafts } from "./kept-drafts.ts";
import { isSameDraft, type QuestionFacts } from "./question-draft.ts";
import { type Failed, sendSave } from "./send-question.ts";

/** A question as the server gave it to its editor. */
export type EditedQuestion = { id: string | null; type: string; opened: Opened | null; draft: QuestionFacts };

export type Sent = SavedQuestion | Failed | { result: "sending" };

const pick = ({ categoryId, tags }: QuestionFacts) => ({ categoryId, tags });

/**
 * A question while it is written: kept on the device until it is saved, and saved only over what it was made from.
 * `owner` is the id of the person, since a device may be shared.
 */
export function useQuestionDraft(input: { course: string; owner: string; question: EditedQuestion }) {
  const { course, owner, question } = input;
  const { id, type } = question;
  const [draft, setDraft] = useState(question.draft);
  const [base, setBase] = useState(question);
  /** Grows when the fields must be filled anew. */
  const [filling, setFilling] = useState(0);
  const [restored, setRestored] = useState(false);
  const [sent, setSent] = useState<Sent | null>(null);
  const { revalidate } = useRevalidator();
  const dirty = !isSameDraft(draft, base.draft);
  const key = `${owner}/${course}/${id ?? `new-${type}`}`;
  const fill = (next: QuestionFacts) => {
    setDraft(next);
    setFilling((times) => times + 1);
  };
  useKept({
    store: keptDrafts,
    key,
    kept: useMemo(() => (dirty ? { draft, opened: base.opened } : null), [dirty, draft, base.opened]),
    restore: (kept) => {
      if (isSameDraft(kept.draft, question.draft)) return;
      fill(kept.draft);
      setBase({ ...question, opened: kept.opened });
      setRestored(true);
    },
  });
  const save = async (opened = base.opened) => {
    setSent({ result: "sending" });
    const answer = await sendSave(course, { id, type, draft, opened });
    setSent(answer);
    if (answer.result === "conflict") await revalidate();
    if (answer.result !== "saved") return answer;
    setRestored(false);
    // The name may have been made of the question.
    const { current, name } = answer;
    if (draft.name === "") setDraft((before) => (before.name === "" ? { ...before, name } : before));
    setBase({ ...base, draft: { ...draft, name }, opened: { current, name, ...pick(draft) } });
    if (id === null) await keptDrafts.forget(key);
    else await revalidate();
    return answer;
  };
  const take = ({ draft: theirs, opened }: EditedQuestion) => {
    fill(theirs);
    setBase({ ...question, draft: theirs, opened });
    setRestored(false);
    setSent(null);
  };
  return {
    ...{ draft, filling, dirty, sent, restored, save },
    change: (changed: Partial<QuestionFacts>) => setDraft((before) => ({ ...before, ...changed })),
    /** Throws away what was written here and begins from what is saved. */
    takeSaved: () => take(question),
    /** Saves mine over what somebody else saved, now that it was shown. */
    saveOver: () => save(question.opened),
  };
}

export type QuestionDraftState = ReturnType<typeof useQuestionDraft>;
