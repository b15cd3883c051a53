import type { SubmissionResult } from "@conform-to/react";
import { useEffect } from "react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { translateMessage } from "./message-key.ts";

/**
 * The words of what a form's action refused: for a field by its name, and for the whole form. The first field that was
 * refused gets the focus.
 */
export function useFormErrors(result: SubmissionResult<string[]> | undefined) {
  const { t } = useTranslation();
  useEffect(() => {
    if (result?.error) document.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [result]);
  const words = (keys: string[] | null | undefined) => (keys ?? []).map((key) => translateMessage(t, key));
  return {
    field: (name: string) => words(result?.error?.[name])[0],
    form: words(result?.error?.[""]),
    /** What was typed, to fill the field with again. */
    typed: (name: string) => {
      const value = valueAt(result?.initialValue, name);
      return typeof value === "string" ? value : undefined;
    },
  };
}

/** What lies under a field's name, `title` or `texts.ar.title`. */
function valueAt(values: unknown, name: string): unknown {
  return name.split(".").reduce<unknown>((inner, key) => {
    const entries = inner !== null && typeof inner === "object" ? Object.entries(inner) : [];
    return entries.find(([own]) => own === key)?.[1];
  }, values);
}
