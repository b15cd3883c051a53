import { useEffect, useRef, useState } from "react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { AnswerState } from "./answer-book.ts";

type SpokenStatesProps = { slots: readonly { slot: number; state: AnswerState }[] };

/** How long a question's answer must rest before it is told that it is saved, in milliseconds. */
const RESTS = 1_500;

/**
 * Tells those who listen what became of each answer, once she pauses. The same words are not told twice in a row:
 * whoever goes on writing in one question hears once that it is saved.
 */
export function SpokenStates({ slots }: SpokenStatesProps) {
  const { t } = useTranslation("sitting");
  const [words, setWords] = useState("");
  const before = useRef<ReadonlyMap<number, AnswerState>>(undefined);
  const changed = useRef<{ slot: number; state: AnswerState }>(undefined);
  useEffect(() => {
    const known = before.current;
    before.current = new Map(slots.map(({ slot, state }) => [slot, state]));
    const news = known && slots.find(({ slot, state }) => isTold(state) && known.get(slot) !== state);
    if (news) changed.current = news;
    const { current } = changed;
    if (!current) return;
    const timer = setTimeout(() => {
      changed.current = undefined;
      const question = t("sit.question", { number: current.slot });
      setWords(t("sit.said", { question, state: t(`sit.state.${current.state}`) }));
    }, RESTS);
    return () => clearTimeout(timer);
  }, [slots, t]);
  return (
    <p role="status" className="sr-only">
      {words}
    </p>
  );
}

const isTold = (state: AnswerState) => state !== "none" && state !== "waiting";
