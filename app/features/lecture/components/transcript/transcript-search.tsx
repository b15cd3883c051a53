import { type KeyboardEvent, useId } from "react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon } from "#app/ui/icon.tsx";
import type { useFind } from "./use-find.ts";

type TranscriptSearchProps = {
  find: ReturnType<typeof useFind>;
  /** The line to be shown. */
  onShow: (line: number) => void;
};

/** Searches in the transcript: how often, and from one find to the next. */
export function TranscriptSearch({ find, onShow }: TranscriptSearchProps) {
  const { t } = useTranslation("reading-along");
  const id = useId();
  const step = (by: 1 | -1) => {
    const line = find.step(by);
    if (line !== undefined) onShow(line);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter") step(event.shiftKey ? -1 : 1);
    if (event.key === "Escape") find.ask("");
    if (event.key === "Enter" || event.key === "Escape") event.preventDefault();
    // The keys of the player are not meant by who types here.
    event.stopPropagation();
  };
  const asked = find.asked.trim() !== "";
  return (
    <search className="transcript-search script-only">
      <label htmlFor={id} className="sr-only">
        {t("transcript.search")}
      </label>
      <Icon name="search" className="size-4 flex-none text-ink-2" />
      <input
        id={id}
        type="search"
        dir="auto"
        maxLength={100}
        autoComplete="off"
        placeholder={t("transcript.search")}
        value={find.query}
        onChange={(event) => find.ask(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span role="status" className="transcript-count">
        {asked
          ? find.count === 0
            ? t("transcript.none")
            : t("transcript.found", { at: find.at + 1, of: find.count })
          : ""}
      </span>
      {(["previous", "next"] as const).map((way) => (
        <button
          key={way}
          type="button"
          className="transcript-step"
          disabled={find.count === 0}
          aria-label={t(`transcript.${way}`)}
          onClick={() => step(way === "next" ? 1 : -1)}
        >
          <Icon name="chevron-down" className={way === "next" ? "size-5" : "size-5 rotate-180"} />
        </button>
      ))}
    </search>
  );
}
