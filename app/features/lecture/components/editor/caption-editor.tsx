import { useCallback, useMemo, useState } from "react";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { findCueFaults } from "../../captions/cue-list.ts";
import { CaptionFiles } from "./caption-files.tsx";
import { CaptionKeys } from "./caption-keys.tsx";
import { CaptionSaving, CaptionStanding } from "./caption-standing.tsx";
import { CueRow } from "./cue-row.tsx";
import { TapTiming } from "./tap-timing.tsx";
import { TranscriptImport } from "./transcript-import.tsx";
import { type SavedCaptions, useCaptionDraft } from "./use-caption-draft.ts";
import { type EditorVideo, useCurrentSeconds } from "./use-editor-video.ts";

type CaptionEditorProps = {
  address: { course: string; lesson: string };
  locale: Locale;
  saved: SavedCaptions;
  owner: string;
  lengthSeconds: number | null;
  video: EditorVideo;
};

/** Captions of one language, edited in place with the video. */
export function CaptionEditor({ address, locale, saved, owner, lengthSeconds, video }: CaptionEditorProps) {
  const { t } = useTranslation("lecture-editor");
  const draft = useCaptionDraft({ address, locale, saved, owner });
  const { list, dispatch } = draft;
  const [selected, setSelected] = useState<number | null>(null);
  const [tapFrom, setTapFrom] = useState<number | null>(null);
  const faults = useMemo(() => findCueFaults(list.cues, lengthSeconds), [list.cues, lengthSeconds]);
  const onSelect = useCallback((id: number) => setSelected(id), []);
  const replace = (cues: SavedCaptions["cues"]) => dispatch({ type: "replace", cues });
  const selectedIndex = list.cues.findIndex(({ id }) => id === selected);
  return (
    <div className="grid grid-cols-1 gap-4">
      <CaptionStanding draft={draft} saved={saved} faults={faults} />
      <div className="flex flex-wrap gap-2">
        <Button
          type="button"
          kind="quiet"
          size="s"
          onClick={() => dispatch({ type: "insert", after: null, at: video.now() })}
        >
          {t("captions.insertHere")}
        </Button>
        <Button
          type="button"
          kind="quiet"
          size="s"
          disabled={list.past.length === 0}
          onClick={() => dispatch({ type: "undo" })}
        >
          {t("captions.undo")}
        </Button>
        {list.cues.length > 0 && tapFrom === null ? (
          <Button type="button" kind="quiet" size="s" onClick={() => setTapFrom(Math.max(0, selectedIndex))}>
            {t("tap.title")}
          </Button>
        ) : null}
      </div>
      {tapFrom === null ? null : (
        <TapTiming
          cues={list.cues}
          from={tapFrom}
          locale={locale}
          video={video}
          dispatch={dispatch}
          onEnd={() => setTapFrom(null)}
        />
      )}
      {list.cues.length === 0 ? (
        <Notice kind="info" title={t("captions.empty.title")}>
          {t("captions.empty.text")}
        </Notice>
      ) : (
        <CueRows {...{ list, faults, locale, selected, video, dispatch, onSelect }} />
      )}
      <CaptionSaving draft={draft} faults={faults} />
      <CaptionFiles lesson={address.lesson} locale={locale} cues={list.cues} onCues={replace} />
      <TranscriptImport locale={locale} lengthSeconds={lengthSeconds} onCues={replace} />
      <Disclosure summary={t("keys.title")}>
        <CaptionKeys />
      </Disclosure>
    </div>
  );
}

type CueRowsProps = Pick<Parameters<typeof CueRow>[0], "locale" | "video" | "dispatch" | "onSelect"> & {
  list: ReturnType<typeof useCaptionDraft>["list"];
  faults: ReturnType<typeof findCueFaults>;
  selected: number | null;
};

function CueRows({ list, faults, selected, video, ...rest }: CueRowsProps) {
  const { t } = useTranslation("lecture-editor");
  const seconds = useCurrentSeconds(video);
  return (
    <ol aria-label={t("captions.list")} className="grid gap-2">
      {list.cues.map((cue, index) => (
        <CueRow
          key={cue.id}
          cue={cue}
          index={index}
          selected={cue.id === selected}
          current={seconds >= cue.from && seconds < cue.to}
          fault={faults.get(cue.id)}
          last={index === list.cues.length - 1}
          video={video}
          {...rest}
        />
      ))}
    </ol>
  );
}
