import { useId, useState } from "react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { readClock, writeClock } from "../../captions/clock-time.ts";

type ClockFieldProps = {
  label: string;
  seconds: number;
  onChange: (seconds: number) => void;
  /** False for whole seconds. */
  exact?: boolean;
};

/** A time of the video, typed as 1:02.5 in any digits and taken when the field is left or Enter is pressed. */
export function ClockField({ label, seconds, onChange, exact = true }: ClockFieldProps) {
  const { t } = useTranslation("lecture-editor");
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && readClock(typed) === null;
  const take = () => {
    const read = typed === null ? null : readClock(typed);
    if (read === null) return;
    setTyped(null);
    const taken = exact ? read : Math.floor(read);
    if (taken !== seconds) onChange(taken);
  };
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-ink-2 text-sm">
        {label}
      </label>
      <input
        id={id}
        dir="ltr"
        inputMode="decimal"
        autoComplete="off"
        className="control min-h-11 w-28 rounded-sm border border-line-strong bg-surface px-2 text-ink tabular-nums aria-invalid:border-danger sm:min-h-9"
        value={typed ?? writeClock(seconds, { exact })}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? `${id}-error` : undefined}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          take();
        }}
      />
      {wrong ? (
        <p id={`${id}-error`} className="font-medium text-danger text-sm">
          {t("clockWrong")}
        </p>
      ) : null}
    </div>
  );
}
