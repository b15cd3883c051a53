import { useEffect, useState } from "react";
import { useRevalidator } from "react-router";
import { sendKept } from "./send-completion.ts";

/**
 * Sends what this device has kept, now and whenever the line comes back, and loads the page's data again when
 * something was sent. Returns the lessons whose completion is still only on this device.
 */
export function useKeptCompletions(): { keptLessonIds: readonly string[] } {
  const { revalidate } = useRevalidator();
  const [keptLessonIds, setKept] = useState<readonly string[]>([]);
  useEffect(() => {
    let gone = false;
    const send = async () => {
      const { sent, kept } = await sendKept();
      if (gone) return;
      setKept(kept.map(({ lessonId }) => lessonId));
      if (sent.length > 0) await revalidate();
    };
    // A browser that allows no storage keeps nothing, and there is nothing to send.
    const trySend = () => void send().catch(() => undefined);
    trySend();
    window.addEventListener("online", trySend);
    return () => {
      gone = true;
      window.removeEventListener("online", trySend);
    };
  }, [revalidate]);
  return { keptLessonIds };
}
