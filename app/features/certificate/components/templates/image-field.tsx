import { useId, useRef, useState } from "react";
import { translateMessage, withValues } from "#app/platform/i18n/message-key.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { FieldError } from "#app/ui/field-parts.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import { sendImage } from "./send-template.ts";

type ImageFieldProps = {
  label: string;
  hint?: string;
  /** SHA-256 of the image, or null. */
  value: string | null;
  onChange: (sha256: string | null) => void;
  /** What is wrong with it, as the server said. */
  error: string | undefined;
};

/** An image that is sent at once and shown; what is not taken is said, and the one before stays. */
export function ImageField({ label, hint, value, onChange, error }: ImageFieldProps) {
  const { t } = useTranslation("certificate-template");
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState("");
  const take = async (file: File) => {
    setSending(true);
    setProblem("");
    const answer = await sendImage(file);
    setSending(false);
    if (answer.result === "added") onChange(answer.image.sha256);
    else if (answer.result === "refused") setProblem(withValues(answer.messageKey, answer.values));
    else setProblem(`certificate-template:image.${answer.result}`);
  };
  return (
    <fieldset className="grid min-w-0 gap-2" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="mb-1.5 font-semibold">{label}</legend>
      {hint ? <p className="text-ink-2 text-sm">{hint}</p> : null}
      <div className="flex flex-wrap items-center gap-3">
        {value === null ? null : (
          // Signatures are dark ink on nothing: they need paper behind them in the dark theme too.
          <img
            src={`/resources/certificate-images/${value}`}
            alt={label}
            className="h-16 max-w-48 rounded-sm border border-line bg-white object-contain p-1"
          />
        )}
        <input
          ref={input}
          type="file"
          accept="image/png,image/jpeg"
          className="sr-only"
          tabIndex={-1}
          aria-label={label}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) void take(file);
            event.target.value = "";
          }}
        />
        <Button type="button" kind="quiet" size="s" disabled={sending} onClick={() => input.current?.click()}>
          <Icon name="upload" /> {t(sending ? "image.sending" : value === null ? "image.choose" : "image.replace")}
          <VisuallyHidden>: {label}</VisuallyHidden>
        </Button>
        {value === null ? null : (
          <Button type="button" kind="plain" size="s" onClick={() => onChange(null)}>
            <Icon name="trash" /> {t("image.remove")}
            <VisuallyHidden>: {label}</VisuallyHidden>
          </Button>
        )}
      </div>
      <p role="status" className="font-medium text-danger text-sm empty:hidden">
        {problem ? translateMessage(t, problem) : ""}
      </p>
      <FieldError id={id}>{error}</FieldError>
    </fieldset>
  );
}
