import { useCallback, useEffect, useRef, useState } from "react";
import { onLeaving } from "#app/platform/browser/on-leaving.ts";
import type { MessageValues } from "#app/platform/i18n/message-key.ts";
import type { DraftOutline, StoredOutline } from "../../outline/draft-outline.ts";
import { mergeOutlines } from "../../outline/merge-outlines.ts";
import { forget, keep } from "./kept-outlines.ts";
import { type Base, type SentOutline, sendOutline } from "./send-outline.ts";

export type SavingState =
  | { name: "saved" | "sending" | "away" }
  /** What somebody else changed meanwhile is in it. */
  | { name: "merged" }
  | { name: "conflict"; base: DraftOutline; newest: StoredOutline; conflicts: string[] }
  | { name: "refused"; outline: DraftOutline; messageKey: string; values: MessageValues };

type Saving = {
  course: string;
  /** Under which an unsaved outline is kept on the device. */
  key: string;
  stored: StoredOutline;
  present: DraftOutline;
  /** Takes what somebody else saved into all that is in hand. */
  onTheirs: (base: DraftOutline, newest: StoredOutline, prefer?: "mine" | "theirs") => void;
};

const AFTER = 600;
const AGAIN_AFTER = 4_000;

const same = (one: DraftOutline, other: DraftOutline) => JSON.stringify(one) === JSON.stringify(other);

/**
 * Saves an outline by itself a moment after each change, and on leaving; keeps it on the device until it is saved. One
 * request at a time: what changes meanwhile goes with the next.
 */
export function useOutlineSaving({ course, key, stored, present, onTheirs }: Saving) {
  const [base, setBase] = useState<Base>({ version: stored.version, outline: stored.outline });
  const [state, setState] = useState<SavingState>({ name: "saved" });
  const dirty = !same(present, base.outline);
  const now = useRef({ base, present, state, dirty });
  now.current = { base, present, state, dirty };

  const settle = useCallback(
    (sent: Base & { sent: DraftOutline }, answer: SentOutline) => {
      if (answer.result === "saved") {
        setBase({ version: answer.version, outline: sent.sent });
        setState({ name: "saved" });
      } else if (answer.result === "conflict") {
        const three = { base: sent.outline, mine: now.current.present, theirs: answer.newest.outline };
        const { conflicts } = mergeOutlines(three);
        if (conflicts.length > 0) {
          setState({ name: "conflict", base: sent.outline, newest: answer.newest, conflicts });
          return;
        }
        onTheirs(sent.outline, answer.newest);
        setBase(answer.newest);
        setState({ name: "merged" });
      } else if (answer.result === "refused") {
        setState({ name: "refused", outline: sent.sent, messageKey: answer.messageKey, values: answer.values });
      } else setState({ name: "away" });
    },
    [onTheirs],
  );

  const send = useCallback(
    async (keepalive = false): Promise<void> => {
      const { base: from, present: outline, state: at, dirty: isDirty } = now.current;
      if (!isDirty || at.name === "sending" || at.name === "conflict") return;
      now.current.state = { name: "sending" };
      setState({ name: "sending" });
      settle({ ...from, sent: outline }, await sendOutline(course, { base: from, outline, keepalive }));
    },
    [course, settle],
  );

  useKeeping({ key, base, present, dirty });
  useEffect(() => {
    const refusedAlready = state.name === "refused" && same(state.outline, present);
    if (!dirty || refusedAlready || state.name === "sending" || state.name === "conflict") return;
    const timer = setTimeout(() => void send(), state.name === "away" ? AGAIN_AFTER : AFTER);
    return () => clearTimeout(timer);
  }, [present, dirty, state, send]);
  useSendingAtOnce(send);

  const choose = (prefer: "mine" | "theirs") => {
    if (state.name !== "conflict") return;
    onTheirs(state.base, state.newest, prefer);
    setBase(state.newest);
    setState({ name: "merged" });
  };
  return { base, state, dirty, send, setBase, setState, choose };
}

function useKeeping({ key, base, present, dirty }: { key: string; base: Base; present: DraftOutline; dirty: boolean }) {
  const kept = useRef(false);
  useEffect(() => {
    if (dirty) {
      kept.current = true;
      void keep(key, { base: base.outline, outline: present });
    } else if (kept.current) {
      kept.current = false;
      void forget(key);
    }
  }, [key, base, present, dirty]);
}

/** When the line is back, and when the page is left. */
function useSendingAtOnce(send: (keepalive?: boolean) => Promise<void>): void {
  useEffect(() => {
    const online = () => void send();
    window.addEventListener("online", online);
    const stop = onLeaving(() => void send(true));
    return () => {
      window.removeEventListener("online", online);
      stop();
      void send(true);
    };
  }, [send]);
}
