import { classNames } from "./class-names.ts";

/** How much of a whole is done; `value` from 0 to 1. Grows in the direction of the text. */
export function ProgressBar({ label, value, className }: { label: string; value: number; className?: string }) {
  return (
    <progress className={classNames("bar", className)} aria-label={label} max={100} value={Math.floor(value * 100)} />
  );
}
