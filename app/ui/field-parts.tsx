import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

/** What stands around every input: shared by text fields, choices and boxes. */
export type FieldTexts = { label: ReactNode; hint?: ReactNode; error?: string };

export const controlClass =
  "control block w-full min-h-11 rounded-sm border border-line-strong bg-surface px-3 py-2 text-ink placeholder:text-ink-2 disabled:bg-surface-2 disabled:text-ink-2 aria-invalid:border-danger";

/** The ids by which an input names its hint and error, and what it says of its own state. */
export function pointToTexts(id: string, { hint, error }: Pick<FieldTexts, "hint" | "error">) {
  const ids = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return { "aria-describedby": ids || undefined, "aria-invalid": error ? (true as const) : undefined };
}

export function Label({ id, children }: { id: string; children: ReactNode }) {
  return (
    <label htmlFor={id} className="font-semibold">
      {children}
    </label>
  );
}

export function Hint({ id, children }: { id: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <p id={`${id}-hint`} className="text-ink-2 text-sm">
      {children}
    </p>
  );
}

export function FieldError({ id, children }: { id: string; children: string | undefined }) {
  if (!children) return null;
  return (
    <p id={`${id}-error`} className="flex items-start gap-1.5 font-medium text-danger text-sm">
      <Icon name="alert" className="mt-1 size-4 flex-none" />
      <span>{children}</span>
    </p>
  );
}
