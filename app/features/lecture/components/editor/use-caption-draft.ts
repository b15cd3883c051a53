import { useMemo, useReducer, useRef, useState } from "react";
import { useRevalidator } from "react-router";
import { useKept } from "#app/platform/browser/use-kept.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { type CueChange, type CueList, changeCues, type EditedCue, openCueList } from "../../captions/cue-list.ts";
import type { Cue } from "../../playback.ts";
import { captionDrafts } from "./caption-drafts.ts";
import { type SentDraft, sendDraft } from "./send-draft.ts";

export type SavedCaptions = { cues: Cue[]; updatedAt: string | null };

type Act = CueChange | { type: "open"; cues: readonly Cue[] };

function reduce(list: CueList, act: Act): CueList {
  return act.type === "open" ? openCueList(act.cues) : changeCues(list, act);
}

const bare = (cues: readonly EditedCue[]): Cue[] => cues.map(({ from, to, text }) => ({ from, to, text }));

function isSame(cues: readonly Cue[], others: readonly Cue[]): boolean {
  return (
    cues.length === others.length &&
    cues.every((cue, i) => cue.from === others[i]?.from && cue.to === others[i]?.to && cue.text === others[i]?.text)
  );
}

/** What is sent to the server, and how that went. */
function useSending(address: { course: string; lesson: string }, locale: Locale) {
  const [sent, setSent] = useState<SentDraft | { result: "sending" } | null>(null);
  const send = async (draft: SavedCaptions) => {
    setSent({ result: "sending" });
    const { cues, updatedAt } = draft;
    const form = { intent: "captions", locale, cues: JSON.stringify(cues), ...(updatedAt ? { updatedAt } : {}) };
    const answer = await sendDraft(address, form);
    setSent(answer);
    return answer;
  };
  return { sent, send, clear: () => setSent(null) };
}

/**
 * The captions of one language while they are edited: kept on the device until they are saved, and saved only over
 * what they were made from.
 */
export function useCaptionDraft({
  address,
  locale,
  saved,
  owner,
}: {
  address: { course: string; lesson: string };
  locale: Locale;
  saved: SavedCaptions;
  /** Id of the person, since a device may be shared. */
  owner: string;
}) {
  const [list, dispatch] = useReducer(reduce, saved.cues, openCueList);
  const [base, setBase] = useState(saved);
  const [restored, setRestored] = useState(false);
  const { revalidate, state } = useRevalidator();
  const { sent, send, clear } = useSending(address, locale);
  const cues = useBare(list.cues);
  const dirty = !isSame(cues, base.cues);
  const key = `${owner}/${address.course}/${address.lesson}/${locale}`;
  const open = (captions: SavedCaptions) => {
    dispatch({ type: "open", cues: captions.cues });
    setBase(captions);
    setRestored(false);
    clear();
  };
  useKept({
    store: captionDrafts,
    key,
    kept: useMemo(() => (dirty ? { cues, updatedAt: base.updatedAt } : null), [dirty, cues, base.updatedAt]),
    restore: (kept) => {
      if (isSame(kept.cues, saved.cues)) return;
      dispatch({ type: "open", cues: kept.cues });
      setBase({ cues: kept.updatedAt === saved.updatedAt ? saved.cues : [], updatedAt: kept.updatedAt });
      setRestored(true);
    },
  });
  const save = async (over = base.updatedAt) => {
    const answer = await send({ cues, updatedAt: over });
    if (answer.result === "saved") {
      setBase({ cues, updatedAt: answer.updatedAt ?? null });
      setRestored(false);
    }
    if (answer.result === "saved" || answer.result === "conflict") await revalidate();
  };
  const sending = sent?.result === "sending";
  const newer = !sending && state === "idle" && saved.updatedAt !== base.updatedAt;
  // Nothing was changed here: what others saved is shown at once.
  if (newer && !dirty) open(saved);
  return {
    ...{ list, dispatch, dirty, sent, sending, restored, save },
    /** Others saved since: their captions are in `saved`. */
    conflict: dirty && newer,
    takeTheirs: () => open(saved),
    /** Writes mine over theirs, now that they were shown. */
    saveOver: () => save(saved.updatedAt),
  };
}

function useBare(cues: readonly EditedCue[]): Cue[] {
  const known = useRef<{ of: readonly EditedCue[]; cues: Cue[] }>(undefined);
  if (known.current?.of !== cues) known.current = { of: cues, cues: bare(cues) };
  return known.current.cues;
}
