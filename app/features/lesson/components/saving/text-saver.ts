import { mergeTexts } from "./merge-texts.ts";
import type { KeptText, SaverPorts, SaverState } from "./saver-state.ts";
import type { SentText } from "./send-text.ts";
import { isUntouched, type SavedContent, saysTheSame, type TextContent } from "./text-content.ts";

/** Milliseconds: from the last change to saving, and at most from the first. */
const AFTER_LAST = 2_000;
const AFTER_FIRST = 5_000;
/** Milliseconds between two tries where the server does not take it yet: the first wait, and the longest. */
const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 15_000;

type Saver = {
  state: SaverState;
  ports: SaverPorts;
  listeners: Set<() => void>;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** When the first change was made that no sending has taken up. */
  since: number | undefined;
  wait: number;
  sending: boolean;
  left: boolean;
  closed: boolean;
};

function update(saver: Saver, changed: Partial<SaverState>): void {
  saver.state = { ...saver.state, ...changed };
  for (const listener of saver.listeners) listener();
}

const isDirty = ({ state: { mine, base } }: Saver) => !isUntouched(mine, base);

/** What the server has not stands on this device before anything else is done with it. */
function keep(saver: Saver): void {
  const { base, mine } = saver.state;
  saver.ports.keep(isDirty(saver) ? { base, mine, at: Date.now() } : null);
}

function sendIn(saver: Saver, milliseconds: number): void {
  clearTimeout(saver.timer);
  if (!saver.closed) saver.timer = setTimeout(() => void send(saver), milliseconds);
}

function schedule(saver: Saver): void {
  if (saver.closed) {
    void send(saver);
    return;
  }
  saver.since ??= Date.now();
  const most = saver.since + AFTER_FIRST - Date.now();
  sendIn(saver, Math.max(0, Math.min(AFTER_LAST, most)));
}

/** What is sent: a title or summary that was emptied is as it was, so that the text is saved all the same. */
function sendable({ mine, base }: SaverState): TextContent | null {
  const title = mine.title.trim() ? mine.title : base.title;
  const summary = mine.summary.trim() ? mine.summary : base.summary;
  if (title.trim() === "" || summary.trim() === "") return null;
  return { ...mine, title, summary };
}

async function send(saver: Saver): Promise<void> {
  clearTimeout(saver.timer);
  if (saver.sending || saver.state.conflict || !isDirty(saver)) return;
  const { mine, base } = saver.state;
  const text = sendable(saver.state);
  if (!text || isUntouched(text, base)) {
    update(saver, { standing: "incomplete" });
    return;
  }
  saver.sending = true;
  saver.since = undefined;
  update(saver, { standing: "saving" });
  const sent = await saver.ports.send({ ...text, before: base.updatedAt }, { leaving: saver.left });
  saver.sending = false;
  settle(saver, { sent, text, mine });
}

type Sending = { sent: SentText; text: TextContent; mine: TextContent };

function settle(saver: Saver, { sent, text, mine }: Sending): void {
  if (sent.result === "conflict") {
    takeNewest(saver, sent.newest);
  } else if (sent.result === "saved") {
    saver.wait = FIRST_WAIT;
    update(saver, { base: { ...text, updatedAt: sent.updatedAt } });
    keep(saver);
    goOn(saver, mine);
  } else {
    keep(saver);
    update(saver, { standing: sent.result === "away" ? "kept" : sent.result });
    sendIn(saver, saver.wait);
    saver.wait = Math.min(saver.wait * 2, LONGEST_WAIT);
  }
}

/** After a saving of what `mine` was then. */
function goOn(saver: Saver, mine: TextContent): void {
  if (!isDirty(saver)) {
    update(saver, { standing: "saved" });
  } else if (isUntouched(saver.state.mine, mine)) {
    // A line that was emptied is all that differs: there is nothing to send before it is filled.
    update(saver, { standing: "incomplete" });
  } else {
    update(saver, { standing: "unsaved" });
    schedule(saver);
  }
}

/** Brings in what another saved, where it does not touch what was written here; else there is to choose. */
function takeNewest(saver: Saver, newest: SavedContent): void {
  readSurface(saver);
  const { base, mine } = saver.state;
  const merge = isUntouched(mine, base) ? { merged: newest } : mergeTexts({ base, mine, theirs: newest });
  if ("merged" in merge) {
    settleOn(saver, newest, merge.merged);
  } else {
    update(saver, { conflict: merge.conflict, standing: "conflict" });
    keep(saver);
  }
}

/** Goes on from what is saved, with another text on the surface. */
function settleOn(saver: Saver, base: SavedContent, text: TextContent): void {
  const { mine, merged } = saver.state;
  const own = saysTheSame(text, base) ? { title: base.title, summary: base.summary, document: base.document } : text;
  const others = !saysTheSame(mine, own);
  update(saver, {
    ...{ base, mine: own, conflict: null },
    standing: isUntouched(own, base) ? "saved" : "unsaved",
    merged: others ? { by: base.by ?? null, times: merged.times + 1 } : merged,
  });
  if (others) saver.ports.show(own.document);
  keep(saver);
  if (isDirty(saver)) sendIn(saver, 0);
}

/** Takes up what was written and not told yet. */
function readSurface(saver: Saver): void {
  const document = saver.ports.written();
  const { mine, conflict } = saver.state;
  if (conflict || !document || saysTheSame({ ...mine, document }, mine)) return;
  update(saver, { mine: { ...mine, document } });
}

function change(saver: Saver, changed: Partial<TextContent>): void {
  const mine = { ...saver.state.mine, ...changed };
  if (saver.state.conflict || saysTheSame(mine, saver.state.mine)) return;
  const { standing } = saver.state;
  update(saver, { mine, standing: standing === "saved" || standing === "incomplete" ? "unsaved" : standing });
  keep(saver);
  if (saver.left) void send(saver);
  else if (standing !== "kept" && standing !== "signIn") schedule(saver);
}

async function lookForNewest(saver: Saver, updatedAt: string | null): Promise<void> {
  const known = () => saver.state.base.updatedAt === updatedAt;
  if (known() || updatedAt === null || saver.sending || saver.state.conflict) return;
  const newest = await saver.ports.findNewest();
  if (!newest || saver.sending || saver.state.conflict || newest.updatedAt === saver.state.base.updatedAt) return;
  readSurface(saver);
  const { base, mine } = saver.state;
  // What touches the same blocks is asked when it is saved, not while it is written.
  if ("conflict" in mergeTexts({ base, mine, theirs: newest })) return;
  takeNewest(saver, newest);
}

function restore(saver: Saver, kept: KeptText): void {
  const newest = saver.state.base;
  if (saysTheSame(kept.mine, newest)) return;
  update(saver, { base: kept.base, mine: kept.mine, restored: true, standing: "unsaved" });
  saver.ports.show(kept.mine.document);
  if (kept.base.updatedAt === newest.updatedAt) settleOn(saver, newest, kept.mine);
  else takeNewest(saver, newest);
}

/**
 * Saves a text while it is written: some seconds after the last change and on leaving, one sending at a time, over what
 * it was made from. What another saved is merged in, or put to choose. `saved` is the text as the page was given it.
 */
export function openTextSaver(saved: SavedContent, ports: SaverPorts) {
  const { title, summary, document } = saved;
  const mine = { title, summary, document };
  const merged = { by: null, times: 0 };
  const saver: Saver = {
    state: { standing: "saved", base: saved, mine, conflict: null, restored: false, merged },
    ...{ ports, listeners: new Set(), timer: undefined, since: undefined, wait: FIRST_WAIT },
    ...{ sending: false, left: false, closed: false },
  };
  return {
    state: () => saver.state,
    subscribe: (listener: () => void) => {
      saver.listeners.add(listener);
      return () => saver.listeners.delete(listener);
    },
    change: (changed: Partial<TextContent>) => change(saver, changed),
    /** Work that an earlier time left on this device. */
    restore: (kept: KeptText) => restore(saver, kept),
    /** Sends at once what is not saved: the line is back, or she asks for it. */
    sendNow: () => send(saver),
    /** Takes up what stands on the surface, without sending it yet. */
    look: () => {
      const written = ports.written();
      if (written) change(saver, { document: written });
    },
    /** Says that the server has a text of that time. */
    heard: (updatedAt: string | null) => lookForNewest(saver, updatedAt),
    /** Goes on with what was chosen in a conflict. */
    resolve: (chosen: TextContent) => {
      const { conflict } = saver.state;
      if (conflict) settleOn(saver, conflict.theirs, chosen);
    },
    /** The page is hidden, or left: sends what it can, and keeps the rest. */
    leave: () => leave(saver),
    /** Begins again after `close`. */
    open: () => {
      saver.closed = false;
    },
    /** Ends what goes on by itself; what is written up to now is still sent, once. */
    close: () => {
      saver.closed = true;
      clearTimeout(saver.timer);
      return leave(saver);
    },
  };
}

async function leave(saver: Saver): Promise<void> {
  readSurface(saver);
  keep(saver);
  saver.left = true;
  await send(saver);
  saver.left = false;
}

export type OpenTextSaver = ReturnType<typeof openTextSaver>;
