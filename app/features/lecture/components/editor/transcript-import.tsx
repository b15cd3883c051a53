import { useState } from "react";
import { directionOf, type Locale } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { cuesFromTranscript } from "../../captions/cues-from-transcript.ts";
import type { Cue } from "../../playback.ts";

type TranscriptImportProps = { locale: Locale; lengthSeconds: number | null; onCues: (cues: Cue[]) => void };

/** A plain text, one caption for each of its lines; times are guessed and set right afterwards. */
export function TranscriptImport({ locale, lengthSeconds, onCues }: TranscriptImportProps) {
  const { t } = useTranslation("lecture-editor");
  const [text, setText] = useState("");
  const cues = cuesFromTranscript(text, lengthSeconds);
  return (
    <Disclosure summary={t("transcript.title")}>
      <div className="grid justify-items-start gap-3">
        <TextArea
          className="w-full"
          name="transcript"
          label={t("transcript.label")}
          hint={t("transcript.hint")}
          rows={8}
          lang={locale}
          dir={directionOf(locale)}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button
          type="button"
          kind="quiet"
          disabled={cues.length === 0}
          onClick={() => {
            onCues(cues);
            setText("");
          }}
        >
          {t("transcript.take", { count: cues.length })}
        </Button>
      </div>
    </Disclosure>
  );
}
