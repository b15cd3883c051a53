import type { SubmissionResult } from "@conform-to/react";

type Answer = { result: SubmissionResult<string[]> } | object | undefined;

/** What a page's action refused of one of its forms, which are told apart by their `intent`. */
export function resultOf(answer: Answer, intent?: string): SubmissionResult<string[]> | undefined {
  if (!answer || !("result" in answer)) return undefined;
  return intent === undefined || answer.result.initialValue?.intent === intent ? answer.result : undefined;
}
