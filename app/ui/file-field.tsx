import { type ComponentProps, useId, useState } from "react";
import { buttonClass } from "./button-class.ts";
import { classNames } from "./class-names.ts";
import { FieldError, type FieldTexts, Hint, Label, pointToTexts } from "./field-parts.tsx";
import { Icon } from "./icon.tsx";

/** What the control says, which a browser would say in its own language instead. */
export type FileWords = { choose: string; none: string };

type FileControlProps = { words: FileWords } & Omit<ComponentProps<"input">, "type" | "className">;

/**
 * A browser's own control for files, which takes dropped ones too, laid unseen over a button and the names of what was
 * chosen. Without scripts, which alone could tell those names, the browser's own look is shown.
 */
export function FileControl({ words, onChange, disabled, ...rest }: FileControlProps) {
  const [names, setNames] = useState<string[]>([]);
  const tell = (input: HTMLInputElement) => setNames([...(input.files ?? [])].map(({ name }) => name));
  return (
    <div
      className={classNames(
        "relative flex min-h-11 w-full min-w-0 flex-wrap items-center gap-x-3 gap-y-1 rounded-sm border border-line-strong border-dashed bg-surface p-2 has-focus-visible:outline-3 has-focus-visible:outline-tile has-focus-visible:outline-offset-2 has-aria-invalid:border-danger",
        disabled && "opacity-60",
      )}
    >
      <span aria-hidden="true" className={classNames(buttonClass({ kind: "quiet", size: "s" }), "noscript:hidden")}>
        <Icon name="upload" /> {words.choose}
      </span>
      <span
        aria-hidden="true"
        className="min-w-0 flex-1 basis-32 text-ink-2 text-sm [overflow-wrap:anywhere] noscript:hidden"
      >
        {names.length > 0 ? <bdi>{names.join(" · ")}</bdi> : words.none}
      </span>
      <input
        {...rest}
        type="file"
        disabled={disabled}
        title={names.length > 0 ? names.join("\n") : words.none}
        onChange={(event) => {
          onChange?.(event);
          tell(event.currentTarget);
        }}
        className="absolute inset-0 size-full cursor-pointer opacity-0 noscript:static noscript:opacity-100"
      />
    </div>
  );
}

type FileFieldProps = FieldTexts & { name: string } & Omit<FileControlProps, "name">;

/** A file of this device with its label, hint and error. */
export function FileField({ label, hint, error, id, words, ...rest }: FileFieldProps) {
  const made = useId();
  const key = id ?? made;
  return (
    <div className="grid w-full gap-1.5">
      <Label id={key}>{label}</Label>
      <Hint id={key}>{hint}</Hint>
      <FileControl id={key} words={words} {...pointToTexts(key, { hint, error })} {...rest} />
      <FieldError id={key}>{error}</FieldError>
    </div>
  );
}
