import { useCallback, useEffect, useState } from "react";
import { useRevalidator } from "react-router";
import type { AttemptView } from "../../find-attempt.server.ts";
import { fetchQuestionViews } from "../question-view.tsx";
import { saysNothing } from "../says-nothing.ts";
import { useAnswerUploads } from "./use-answer-uploads.ts";
import { useAnswers } from "./use-answers.ts";
import { useFlags } from "./use-flags.ts";
import { useServerClock } from "./use-server-clock.ts";

export type OpenAttempt = Extract<AttemptView, { state: "open" }>;

type UseSitting = { attempt: OpenAttempt; personId: string; serverNow: string };

/** How often the page asks what became of an attempt whose time is over, in milliseconds. */
const ASK_EVERY = 4_000;

/** All that a page knows of an attempt that is being sat. */
export function useSitting({ attempt, personId, serverNow }: UseSitting) {
  const { id, deadlineAt } = attempt;
  const answers = useAnswers({
    attemptId: id,
    answers: attempt.answers,
    serverNow,
    personId,
    deadlineAt: deadlineAt?.toISOString() ?? null,
  });
  const { ended, line, flush } = answers;
  const now = useServerClock(serverNow);
  const over = useTimeOver({ deadlineAt, serverNow, now, onOver: flush });
  const flags = useFlags(id);
  const uploadsOf = useAnswerUploads({ attemptId: id, files: attempt.files });
  useOutcome({ wanted: over || ended, asks: line === "up" });
  useFetchedViews(attempt);
  const entries = attempt.slots.map(({ slot }) => ({
    slot,
    answered: !saysNothing(answers.valueOf(slot)),
    flagged: flags.flagged.has(slot),
  }));
  return { answers, now, over, closed: over || ended, entries, onFlag: flags.toggle, uploadsOf };
}

export type Sitting = ReturnType<typeof useSitting>;

type TimeOver = { deadlineAt: Date | null; serverNow: string; now: () => number; onOver: () => unknown };

/** Whether the deadline is past; calls `onOver` once when it comes. Who is given more time meanwhile goes on. */
function useTimeOver({ deadlineAt, serverNow, now, onOver }: TimeOver): boolean {
  const deadline = deadlineAt?.getTime() ?? null;
  const [reached, setReached] = useState(deadline !== null && Date.parse(serverNow) >= deadline ? deadline : null);
  const over = deadline !== null && reached === deadline;
  useEffect(() => {
    if (deadline === null || over) return;
    const timer = setInterval(() => {
      if (now() < deadline) return;
      setReached(deadline);
      onOver();
    }, 500);
    return () => clearInterval(timer);
  }, [deadline, now, over, onOver]);
  return over;
}

/** Loads the page's data again until the attempt is over for the server as well. */
function useOutcome({ wanted, asks }: { wanted: boolean; asks: boolean }): void {
  const ask = useAskAgain();
  useEffect(() => {
    if (!wanted || !asks) return;
    void ask();
    const timer = setInterval(() => void ask(), ASK_EVERY);
    return () => clearInterval(timer);
  }, [wanted, asks, ask]);
}

/** Loads the page's data again if the server can be reached: what cannot be loaded would take the page's place. */
export function useAskAgain(): () => Promise<void> {
  const { revalidate } = useRevalidator();
  return useCallback(async () => {
    const answer = await fetch("/health").catch(() => undefined);
    if (answer?.ok) await revalidate();
  }, [revalidate]);
}

function useFetchedViews({ slots }: OpenAttempt): void {
  useEffect(() => fetchQuestionViews(new Set(slots.map(({ type }) => type))), [slots]);
}
