import { type KeyboardEvent, memo, useRef } from "react";
import { directionOf, type Locale } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { writeClock } from "../../captions/clock-time.ts";
import type { CueChange, CueFault, EditedCue } from "../../captions/cue-list.ts";
import { ClockField } from "./clock-field.tsx";
import type { EditorVideo } from "./use-editor-video.ts";

type CueRowProps = {
  cue: EditedCue;
  index: number;
  locale: Locale;
  /** Its tools are open. */
  selected: boolean;
  /** It is said now. */
  current: boolean;
  fault: CueFault | undefined;
  last: boolean;
  video: EditorVideo;
  dispatch: (change: CueChange) => void;
  onSelect: (id: number) => void;
};

/** One caption: its times, its words, and, once it is chosen, what can be done with it. */
export const CueRow = memo(function CueRow(props: CueRowProps) {
  const { cue, index, locale, selected, current, fault, video, dispatch, onSelect } = props;
  const { t } = useTranslation("lecture-editor");
  const words = useRef<HTMLTextAreaElement>(null);
  const name = t("captions.cue", { number: index + 1 });
  const split = () => dispatch({ type: "split", id: cue.id, caret: words.current?.selectionStart ?? 0 });
  return (
    <li
      className="caption-row rounded-sm border border-line bg-surface p-2 data-[current=true]:border-tile data-[selected=true]:bg-tile-tint"
      data-selected={selected}
      data-current={current}
      data-cue={cue.id}
      onFocus={() => onSelect(cue.id)}
      onKeyDown={(event) => pressKey(event, { ...props, split })}
    >
      <div className="flex items-start gap-2">
        <button
          type="button"
          className="min-h-11 min-w-20 flex-none rounded-sm px-2 text-start text-sm text-tile tabular-nums underline-offset-4 hover:underline"
          aria-label={t("captions.goTo", { time: writeClock(cue.from, { exact: false }) })}
          onClick={() => video.playFrom(cue.from)}
        >
          <bdi dir="ltr">{writeClock(cue.from, { exact: false })}</bdi>
        </button>
        <textarea
          ref={words}
          aria-label={name}
          aria-invalid={fault && fault !== "beyondEnd" ? true : undefined}
          aria-describedby={fault ? `fault-${cue.id}` : undefined}
          lang={locale}
          dir={directionOf(locale)}
          rows={Math.max(1, cue.text.split("\n").length)}
          value={cue.text}
          onChange={(event) => dispatch({ type: "text", id: cue.id, text: event.target.value })}
          className="control min-h-11 field-sizing-content w-full min-w-0 resize-none rounded-sm border border-line-strong bg-surface px-3 py-2 text-ink aria-invalid:border-danger"
        />
      </div>
      {fault ? (
        <p id={`fault-${cue.id}`} className="mt-1 flex items-center gap-1.5 font-medium text-danger text-sm">
          <Icon name="alert" className="size-4 flex-none" />
          {t(`captions.fault.${fault}`)}
        </p>
      ) : null}
      {selected ? <CueTools {...props} name={name} split={split} /> : null}
    </li>
  );
});

function CueTools({ cue, last, video, dispatch, name, split }: CueRowProps & { name: string; split: () => void }) {
  const { t } = useTranslation("lecture-editor");
  const { id } = cue;
  return (
    <fieldset aria-label={name} className="mt-2 flex min-w-0 flex-wrap items-end gap-2">
      {(["start", "end"] as const).map((side) => (
        <div key={side} className="flex items-end gap-1">
          <ClockField
            label={t(`captions.${side}`)}
            seconds={side === "start" ? cue.from : cue.to}
            onChange={(at) => dispatch({ type: side, id, at })}
          />
          <Button
            type="button"
            kind="quiet"
            size="s"
            aria-label={t(`captions.${side}Now`)}
            onClick={() => dispatch({ type: side, id, at: video.now() })}
          >
            {t("now")}
          </Button>
        </div>
      ))}
      <Button type="button" kind="quiet" size="s" onClick={split}>
        {t("captions.split")}
      </Button>
      <Button type="button" kind="quiet" size="s" disabled={last} onClick={() => dispatch({ type: "merge", id })}>
        {t("captions.merge")}
      </Button>
      <Button type="button" kind="quiet" size="s" onClick={() => dispatch({ type: "insert", after: id, at: 0 })}>
        {t("captions.insertAfter")}
      </Button>
      <Button type="button" kind="quiet" size="s" onClick={() => dispatch({ type: "remove", id })}>
        {t("captions.remove")}
      </Button>
    </fieldset>
  );
}

/** Alt with the key's place on the keyboard, so that it does not matter in which script somebody types. */
function pressKey(
  event: KeyboardEvent<HTMLLIElement>,
  { cue, video, dispatch, split }: CueRowProps & { split: () => void },
) {
  if (!event.altKey || event.ctrlKey || event.metaKey) return;
  const { id } = cue;
  const acts: Record<string, () => void> = {
    KeyP: video.toggle,
    KeyI: () => dispatch({ type: "start", id, at: video.now() }),
    KeyO: () => dispatch({ type: "end", id, at: video.now() }),
    KeyG: () => video.playFrom(cue.from),
    KeyS: split,
    KeyM: () => dispatch({ type: "merge", id }),
    KeyN: () => dispatch({ type: "insert", after: id, at: 0 }),
    KeyZ: () => dispatch({ type: "undo" }),
    Backspace: () => dispatch({ type: "remove", id }),
    ArrowDown: () => focusRow(event.currentTarget.nextElementSibling),
    ArrowUp: () => focusRow(event.currentTarget.previousElementSibling),
  };
  const act = acts[event.code];
  if (!act) return;
  event.preventDefault();
  act();
}

function focusRow(row: Element | null) {
  row?.querySelector("textarea")?.focus();
}
