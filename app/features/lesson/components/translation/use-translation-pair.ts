import { useCallback, useRef, useState } from "react";
import { sendJson } from "#app/platform/browser/send-json.ts";
import type { ChangedTranslation } from "../../translation/change-translation.server.ts";
import type { ShownPair } from "../../translation/find-translation.server.ts";
import type { TranslationChange } from "../../translation/translation-change.ts";

export type SavingState = "saved" | "saving" | "away" | "signIn" | "refused";
/** `conflict`: what the change was made over is gone; the texts are as they are then. */
export type Answered = { result: "taken" | "conflict"; pair: ShownPair };
export type Outcome = Answered | { result: "away" | "signIn" | "refused" };

type Address = { course: string; lesson: string; language: string; owner: string };

/** Both texts of the page, and how a change of the translation is saved: one after another, each over what it was made over. */
export function useTranslationPair(initial: ShownPair, { owner, ...place }: Address) {
  const [pair, setPair] = useState(initial);
  const [saving, setSaving] = useState<SavingState>("saved");
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const address = `/resources/translations/${place.course}/${place.lesson}/${place.language}`;
  const save = useCallback(
    (change: TranslationChange, { leaving = false } = {}): Promise<Outcome> => {
      const send = async (): Promise<Outcome> => {
        setSaving("saving");
        // What a browser sends on leaving must be short; a longer one is kept on the device.
        const body = JSON.stringify({ owner, change });
        const sent = await sendJson<ChangedTranslation>(address, body, { keepalive: leaving && body.length < 60_000 });
        if (sent.result !== "taken") {
          setSaving(sent.result);
          return { result: sent.result };
        }
        setSaving("saved");
        const { pair: now, conflict } = sent.answer;
        if (!now) return { result: "refused" };
        setPair(now);
        return { result: conflict ? "conflict" : "taken", pair: now };
      };
      const result = last.current.then(send);
      last.current = result;
      return result;
    },
    [address, owner],
  );
  return { pair, saving, save };
}

export type SaveChange = ReturnType<typeof useTranslationPair>["save"];
