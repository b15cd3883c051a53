import { useEffect, useRef, useState } from "react";
import { onLeaving } from "#app/platform/browser/on-leaving.ts";
import { sendJson } from "#app/platform/browser/send-json.ts";
import type { Present } from "../../editing/mark-presence.server.ts";
import type { TextAddress } from "./send-text.ts";

/** Milliseconds between two times that a tab says that it is there. */
const BEAT = 5_000;

type Heard = { others: Present[]; updatedAt: string | null };

/** Says that this tab has the text open, and tells who else has. `onHeard` is told when the text was last saved. */
export function usePresence(
  { address, tab }: { address: TextAddress; tab: string },
  onHeard: (updatedAt: string | null) => void,
): Present[] {
  const [others, setOthers] = useState<Present[]>([]);
  const hear = useRef(onHeard);
  hear.current = onHeard;
  const { course, lesson, locale } = address;
  useEffect(() => {
    const to = `/resources/editing/${course}/${lesson}`;
    let gone = false;
    const beat = async () => {
      const sent = await sendJson<Heard>(to, JSON.stringify({ tab, locale }));
      if (gone || sent.result !== "taken") return;
      setOthers(sent.answer.others);
      hear.current(sent.answer.updatedAt);
    };
    const say = () => navigator.sendBeacon(to, JSON.stringify({ tab, locale, leaving: true }));
    const leave = onLeaving(say);
    const back = () => document.visibilityState === "visible" && void beat();
    document.addEventListener("visibilitychange", back);
    // A tab that is hidden has no one before it.
    const timer = setInterval(back, BEAT);
    void beat();
    return () => {
      gone = true;
      clearInterval(timer);
      document.removeEventListener("visibilitychange", back);
      leave();
      say();
    };
  }, [course, lesson, locale, tab]);
  return others;
}
