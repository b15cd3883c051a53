import { useState } from "react";
import { useLocation } from "react-router";
import type { CheckedPreview } from "../../building/check-preview.server.ts";

export type SentAnswers = "sending" | "away" | "changed" | null;

/** Answers to a preview, and what the server says of them. They live on the page only. */
export function usePreview({ seed, mark }: { seed: number; mark: string }) {
  const { pathname } = useLocation();
  const [answers, setAnswers] = useState<Record<string, unknown>>({});
  const [checked, setChecked] = useState<CheckedPreview | null>(null);
  const [sent, setSent] = useState<SentAnswers>(null);
  const check = async () => {
    setSent("sending");
    const body = new FormData();
    for (const [name, value] of Object.entries({ seed: String(seed), mark, answers: JSON.stringify(answers) }))
      body.append(name, value);
    const [, course, lesson] = /\/teach\/([^/]+)\/([^/]+)\//.exec(pathname) ?? [];
    try {
      const response = await fetch(`/resources/quiz-previews/${course}/${lesson}`, { method: "POST", body });
      if (response.ok) setChecked(await response.json());
      setSent(response.ok ? null : response.status === 409 ? "changed" : "away");
      if (response.ok) window.scrollTo({ top: 0 });
    } catch {
      // The line is dead, or ended in the middle of the answer.
      setSent("away");
    }
  };
  return {
    ...{ answers, checked, sent, check },
    answer: (slot: number, value: unknown) => setAnswers((now) => ({ ...now, [slot]: value })),
    again: () => setChecked(null),
  };
}
