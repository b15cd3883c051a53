import { useEffect, useLayoutEffect, useRef } from "react";

const END = 10_000;

/** Who stays at a place so long, in milliseconds, is there. */
const RESTED_AFTER = 2_000;

/** Where the page stands: 0 the top, 10000 the end. */
function placeOnPage(): number {
  const { scrollHeight, clientHeight, scrollTop } = document.documentElement;
  const room = scrollHeight - clientHeight;
  return room <= 0 ? 0 : Math.round(Math.min(1, Math.max(0, scrollTop / room)) * END);
}

/** Scrolls the page to a place on it; returns how far that is from the top, in pixels. */
function goTo(place: number): number {
  const { scrollHeight, clientHeight } = document.documentElement;
  window.scrollTo({ top: ((scrollHeight - clientHeight) * place) / END, behavior: "instant" });
  return window.scrollY;
}

/**
 * Takes a learner back to where she was in this lesson, and tells the server where she is when she rests there, leaves
 * the page, hides it, or goes to another lesson. What is told on leaving may come after the next page was asked for.
 */
export function usePlace({
  enrolmentId,
  lessonId,
  resumeAt,
}: {
  enrolmentId: string | null;
  lessonId: string;
  resumeAt: number | null;
}): void {
  const restored = useRef<string>(undefined);
  useEffect(() => {
    // Once for a lesson, not whenever its data is loaded again.
    if (restored.current === lessonId) return;
    restored.current = lessonId;
    if (resumeAt === null || window.location.hash || window.scrollY > 0) return;
    const reached = goTo(resumeAt);
    // The text has its height once its fonts are there; by then she may have gone on by herself.
    void document.fonts.ready.then(() => {
      if (restored.current === lessonId && Math.abs(window.scrollY - reached) < 2) goTo(resumeAt);
    });
  }, [lessonId, resumeAt]);

  // Left in the same turn in which another page takes this one's place, before that one is scrolled to its own.
  useLayoutEffect(() => {
    if (!enrolmentId) return;
    let told: number | undefined;
    let place = placeOnPage();
    const tell = () => {
      if (place === told) return;
      told = place;
      const body = new URLSearchParams({ enrolmentId, lessonId, place: String(place) });
      navigator.sendBeacon("/resources/places", body);
    };
    let rest = setTimeout(tell, RESTED_AFTER);
    // Read while scrolling: when another lesson takes its place, the page is no longer this one's.
    const note = () => {
      place = placeOnPage();
      clearTimeout(rest);
      rest = setTimeout(tell, RESTED_AFTER);
    };
    const tellWhenHidden = () => {
      if (document.visibilityState === "hidden") tell();
    };
    window.addEventListener("scroll", note, { passive: true });
    document.addEventListener("visibilitychange", tellWhenHidden);
    window.addEventListener("pagehide", tell);
    return () => {
      window.removeEventListener("scroll", note);
      document.removeEventListener("visibilitychange", tellWhenHidden);
      window.removeEventListener("pagehide", tell);
      clearTimeout(rest);
      tell();
    };
  }, [enrolmentId, lessonId]);
}
