import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { onLeaving } from "#app/platform/browser/on-leaving.ts";
import type { LessonEditorHandle } from "../editor/editor-props.ts";
import { findLeftTexts, holdTab, keepText, prefixOf } from "./kept-texts.ts";
import { findNewest, sendText, type TextAddress } from "./send-text.ts";
import type { SavedContent } from "./text-content.ts";
import { type OpenTextSaver, openTextSaver } from "./text-saver.ts";

/** Milliseconds between two looks at a surface on which somebody types without a pause. */
const LOOK = 1_000;

type Desk = {
  address: TextAddress;
  /** Id of the person who writes. */
  owner: string;
  tab: string;
  saved: SavedContent;
  surface: RefObject<LessonEditorHandle | null>;
};

/** A lesson's text while it is written: kept on the device from the first letter, and saved every few seconds. */
export function useTextSaver({ address, owner, tab, saved, surface }: Desk) {
  const [saver] = useState(() => {
    const prefix = prefixOf(owner, address);
    return openTextSaver(saved, {
      send: (text, options) => sendText(address, { ...text, owner }, options),
      findNewest: () => findNewest(address),
      keep: (kept) => void keepText({ prefix, tab }, kept),
      show: (document) => surface.current?.replace(document),
      written: () => surface.current?.current(),
    });
  });
  const state = useSyncExternalStore(saver.subscribe, saver.state, saver.state);
  useLeftTexts(saver, { prefix: prefixOf(owner, address), tab });
  useTimes(saver);
  return { saver, state };
}

/** Brings back what other times left on this device, until there is something to choose. */
function useLeftTexts(saver: OpenTextSaver, { prefix, tab }: { prefix: string; tab: string }): void {
  useEffect(() => {
    let gone = false;
    const release = holdTab(tab);
    saver.open();
    void findLeftTexts(prefix).then(async (left) => {
      for (const { kept, forget } of left) {
        if (gone || saver.state().conflict) return;
        saver.restore(kept);
        await forget();
      }
    });
    return () => {
      gone = true;
      void saver.close().finally(release);
    };
  }, [saver, prefix, tab]);
}

/** Sends when the page is left, and when the line or the session is back. */
function useTimes(saver: OpenTextSaver): void {
  useEffect(() => {
    const again = () => void saver.sendNow();
    const leave = onLeaving(() => void saver.leave());
    window.addEventListener("online", again);
    window.addEventListener("focus", again);
    return () => {
      window.removeEventListener("online", again);
      window.removeEventListener("focus", again);
      leave();
    };
  }, [saver]);
}

/** Takes up what is typed even where no pause comes; call it on each input. */
export function useLooking(saver: OpenTextSaver): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  return () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      saver.look();
    }, LOOK);
  };
}
