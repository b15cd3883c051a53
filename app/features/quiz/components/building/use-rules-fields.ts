import type { SubmissionResult } from "@conform-to/react";
import { localTimeOf } from "#app/platform/clock/local-time.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import type { QuizRules, Reveal } from "../../quiz-rules.ts";

type Line = "minutes" | "attempts" | "counts" | "passPercent" | "completesOn" | "graceSeconds";
type Box = "shuffleQuestions" | "shuffleChoices" | "oneAtATime" | "noGoingBack" | "blindGrading";
type Moment = "opensAt" | "closesAt";
export type RevealMoment = "revealAfterSubmitting" | "revealAfterClosing";

type Given = { rules: QuizRules; result: SubmissionResult<string[]> | undefined };

/** What each field of the rules holds: as it was typed where it was refused, else as it is saved. */
export function useRulesFields({ rules, result }: Given) {
  const { timeZone } = usePageContext().formats;
  const errors = useFormErrors(result);
  const refused = result?.initialValue;
  const line = (name: string, saved: string) => ({
    name,
    defaultValue: refused ? (errors.typed(name) ?? "") : saved,
    error: errors.field(name),
  });
  const saved = (value: string | number | null) => (value === null ? "" : String(value));
  const list = (value: unknown) => (Array.isArray(value) ? value : [value]);
  return {
    timeZone,
    line: (name: Line) => line(name, saved(rules[name])),
    moment: (name: Moment) => line(name, rules[name] === null ? "" : localTimeOf(rules[name], timeZone)),
    password: line("entryPassword", rules.password ?? ""),
    box: (name: Box) => ({
      name,
      defaultChecked: refused ? refused[name] === "on" : rules[name],
      error: errors.field(name),
    }),
    shows: (moment: RevealMoment, what: Reveal) =>
      refused ? list(refused[moment]).includes(what) : rules[moment].includes(what),
  };
}

export type RulesFields = ReturnType<typeof useRulesFields>;
