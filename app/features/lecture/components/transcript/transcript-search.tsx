import { type KeyboardEvent, useId } from "react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon } from "#app/ui/icon.tsx";
import type { useFind } from "./use-find.ts";

/** Searches in the transcript: how often, and from one find to the next. */
export function TranscriptSearch({ find }: { find: ReturnType<typeof useFind> }) {
  const { t } = useTranslation("reading-along");
  const id = useId();
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter") find.step(event.shiftKey ? -1 : 1);
    if (event.key === "Escape") find.ask("");
    if (event.key === "Enter" || event.key === "Escape") event.preventDefault();
    // The keys of the player are not meant by who types here.
    event.stopPropagation();
  };
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
        {find.isAsked
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
          onClick={() => find.step(way === "next" ? 1 : -1)}
        >
          <Icon name="chevron-down" className={way === "next" ? "size-5" : "size-5 rotate-180"} />
        </button>
      ))}
    </search>
  );
}
