import type { SubmissionResult } from "@conform-to/react";
import { useFormErrors } from "./use-form-errors.ts";

/** What the form that was sent came to: its intent, and which of several alike it was. */
export type ActAnswer = { intent: string; key: string; result: SubmissionResult<string[]> } | undefined;

/** What of the answer belongs to one of a page's forms; `actKey` says which of several of one intent it is. */
export function useActFields({ answer, intent, actKey = "" }: { answer: ActAnswer; intent: string; actKey?: string }) {
  const mine = answer?.intent === intent && answer.key === actKey ? answer.result : undefined;
  const errors = useFormErrors(mine);
  return {
    refused: mine !== undefined,
    messages: errors.form,
    line: (name: string, saved?: string) => ({
      name,
      defaultValue: errors.typed(name) ?? saved,
      error: errors.field(name),
    }),
  };
}
