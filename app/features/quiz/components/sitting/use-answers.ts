import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { onLeaving } from "#app/platform/browser/on-leaving.ts";
import type { AnswerState, LoadedAnswer } from "./answer-book.ts";
import { type Answers, openAnswers } from "./open-answers.ts";
import { sendAnswers } from "./send-answers.ts";
import { notePageTime, serverTime } from "./server-clock.ts";

type UseAnswers = {
  attemptId: string;
  /** What the server has, as the page was told. */
  answers: readonly LoadedAnswer[];
  /** When the page was made, by the server's clock; ISO 8601. */
  serverNow: string;
  personId: string;
  /** When time is over, if ever; ISO 8601. */
  deadlineAt?: string | null;
};

/** Wakes the answers when the line or the page comes back, and keeps and sends them when it goes. */
function attend({ wake, lose, leave }: Answers): () => void {
  const stopLeaving = onLeaving(leave);
  const show = () => {
    if (document.visibilityState === "visible") wake();
  };
  const restore = ({ persisted }: PageTransitionEvent) => {
    if (persisted) wake();
  };
  window.addEventListener("online", wake);
  window.addEventListener("offline", lose);
  window.addEventListener("pageshow", restore);
  document.addEventListener("visibilitychange", show);
  return () => {
    stopLeaving();
    window.removeEventListener("online", wake);
    window.removeEventListener("offline", lose);
    window.removeEventListener("pageshow", restore);
    document.removeEventListener("visibilitychange", show);
  };
}

/**
 * The answers of an open attempt, on a line that may be dead: each edit is kept on this device until the server has
 * it. Beside what each question's answer is and how it stands, it says how many are `unsaved`; whether the `line` is
 * up; whether the attempt has `ended`; whether she must `signIn` again; whether it is `gone`, as no attempt of hers; and
 * whether this browser has `kept` what is unsaved, or would lose it with the page. `flush` sends everything and says
 * whether the server has it. Belongs to one attempt: give the component that calls it the attempt as its key.
 */
export function useAnswers({ attemptId, answers, serverNow, personId, deadlineAt = null }: UseAnswers) {
  const [opened] = useState(() => {
    const madeAt = Date.parse(serverNow);
    return openAnswers({
      owner: { personId, attemptId },
      answers,
      madeAt,
      deadlineAt: deadlineAt === null ? null : Date.parse(deadlineAt),
      now: () => serverTime() ?? madeAt,
      send: sendAnswers,
    });
  });
  useEffect(() => {
    notePageTime(Date.parse(serverNow));
    opened.learn(answers);
  }, [opened, answers, serverNow]);
  useEffect(() => {
    const stop = attend(opened);
    void opened.start();
    return () => {
      stop();
      opened.close();
    };
  }, [opened]);
  const view = useSyncExternalStore(opened.subscribe, opened.view, opened.view);
  return useMemo(() => {
    const { answers: shown, ...facts } = view;
    return {
      ...facts,
      valueOf: (slot: number): unknown => shown.get(slot)?.value,
      stateOf: (slot: number): AnswerState => shown.get(slot)?.state ?? "none",
      edit: opened.edit,
      flush: opened.flush,
    };
  }, [view, opened]);
}
