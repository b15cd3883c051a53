import { type ChangeEvent, useEffect, useRef, useState } from "react";
import { directionOf, type Locale } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { lineState } from "../../translation/align-translation.ts";
import { SourceDifference } from "./source-difference.tsx";
import type { SaveChange } from "./use-translation-pair.ts";

const SAVE_AFTER = 1_500;

type LineRowProps = {
  kind: "title" | "summary";
  source: string;
  translation: string;
  before: string | null;
  locales: { source: Locale; translation: Locale };
  save: SaveChange;
};

/** Title or summary of a lesson beside its translation. */
export function LineRow({ kind, source, translation, before, locales, save }: LineRowProps) {
  const { t } = useTranslation("translation");
  const state = lineState({ source, translation, before });
  const { value, write, flush, conflict, keepMine } = useLine({ kind, source, translation, save });
  const field = {
    name: kind,
    label: t(`translated.${kind}`),
    value,
    lang: locales.translation,
    dir: directionOf(locales.translation),
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => write(event.currentTarget.value),
    onBlur: () => void flush(),
  };
  return (
    <section
      aria-label={t(`line.${kind}`)}
      data-needs={state === "current" ? undefined : ""}
      tabIndex={-1}
      className="grid gap-x-8 gap-y-3 border-line border-b py-5 md:grid-cols-2"
    >
      <div className="grid content-start gap-2">
        <p className="text-ink-2 text-sm">{t(`line.${kind}`)}</p>
        <p lang={locales.source} dir={directionOf(locales.source)} className="font-read text-lg">
          {source}
        </p>
        {state === "stale" && before !== null ? (
          <SourceDifference before={before} after={source} locale={locales.source} />
        ) : null}
      </div>
      <div className="grid content-start gap-2">
        {kind === "title" ? <Field maxLength={200} {...field} /> : <TextArea rows={3} maxLength={1_000} {...field} />}
        {conflict === null ? null : (
          <Notice kind="warning" title={t("conflict.title")}>
            <bdi lang={locales.translation}>{conflict}</bdi>{" "}
            <Button type="button" kind="quiet" size="s" onClick={keepMine}>
              {t("conflict.mine")}
            </Button>
          </Notice>
        )}
        <div className="flex flex-wrap items-center gap-3">
          {state === "current" ? null : <Tag kind="gold">{t(`state.${state}`)}</Tag>}
          {state === "stale" ? (
            <Button
              type="button"
              kind="quiet"
              size="s"
              onClick={() => void save({ kind, before: translation, after: translation, basis: source })}
            >
              {t("stillRight")}
            </Button>
          ) : null}
        </div>
      </div>
    </section>
  );
}

function useLine({ kind, source, translation, save }: Pick<LineRowProps, "kind" | "source" | "translation" | "save">) {
  const [typed, setTyped] = useState<string | null>(null);
  const [conflict, setConflict] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** What was saved here last: what comes back from the server may be of later. */
  const base = useRef(translation);
  useEffect(() => () => clearTimeout(timer.current), []);
  if (typed === null) base.current = translation;
  const flush = async (value = typed, over = base.current): Promise<void> => {
    clearTimeout(timer.current);
    if (value === null || value.trim() === "" || value.trim() === over) return;
    const outcome = await save({ kind, before: over, after: value, basis: source });
    if (outcome.result === "taken") {
      base.current = value.trim();
      setTyped((now) => (now === value ? null : now));
    } else if (outcome.result === "conflict") setConflict(outcome.pair.translation?.[kind] ?? "");
    else if (outcome.result === "away") timer.current = setTimeout(() => void flush(value, over), 5_000);
  };
  return {
    value: typed ?? translation,
    conflict,
    flush: () => flush(),
    write: (value: string) => {
      setTyped(value);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(value), SAVE_AFTER);
    },
    keepMine: () => {
      base.current = conflict ?? "";
      setConflict(null);
      void flush(typed, base.current);
    },
  };
}
