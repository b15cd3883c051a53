import { useCallback, useState } from "react";
import type { Locale } from "#app/platform/i18n/locales.ts";
import type { Cue } from "../../playback.ts";

type Shown = { locale: Locale; cues: readonly Cue[] };

/** The transcript in the language that is asked for, fetched when it is. `failed` where it could not be. */
export function useTranscript({ course, lesson, initial }: { course: string; lesson: string; initial: Shown | null }) {
  const [shown, setShown] = useState(initial);
  const [failed, setFailed] = useState(false);
  const choose = useCallback(
    async (locale: Locale) => {
      setFailed(false);
      try {
        const answer = await fetch(`/resources/transcripts/${course}/${lesson}/${locale}`);
        if (!answer.ok) throw new Error(`The transcript answered ${answer.status}`);
        const { cues }: { cues: Cue[] } = await answer.json();
        setShown({ locale, cues });
      } catch {
        // The one that is shown stays.
        setFailed(true);
      }
    },
    [course, lesson],
  );
  return { shown, failed, choose };
}
