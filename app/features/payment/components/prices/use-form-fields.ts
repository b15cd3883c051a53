import type { SubmissionResult } from "@conform-to/react";
import { localTimeOf } from "#app/platform/clock/local-time.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";

/** What each field of a form holds: as it was typed where it was refused, else as it is saved. */
export function useFormFields(result: SubmissionResult<string[]> | undefined) {
  const { timeZone } = usePageContext().formats;
  const errors = useFormErrors(result);
  const line = (name: string, saved: string | number | null | undefined) => ({
    name,
    defaultValue: result ? (errors.typed(name) ?? "") : String(saved ?? ""),
    error: errors.field(name),
  });
  /** The values of the boxes of one name that were ticked; one alone comes as text. */
  const ticked = (name: string, saved: readonly string[]): ReadonlySet<string> => {
    if (!result) return new Set(saved);
    const typed = Object.entries(result.initialValue ?? {}).find(([own]) => own === name)?.[1];
    return new Set([typed].flat().filter((value) => typeof value === "string"));
  };
  return {
    ...{ timeZone, messages: errors.form, typed: errors.typed, error: errors.field, line, ticked },
    moment: (name: string, saved: Date | null | undefined) => line(name, saved && localTimeOf(saved, timeZone)),
  };
}

export type FormFields = ReturnType<typeof useFormFields>;
