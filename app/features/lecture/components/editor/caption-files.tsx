import { useRef, useState } from "react";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { ReadCaptions } from "../../captions/caption-file.ts";
import { readCaptionFile } from "../../captions/read-caption-file.ts";
import { writeSrt, writeVtt } from "../../captions/write-vtt.ts";
import type { Cue } from "../../playback.ts";

const SHOWN = 30;

type CaptionFilesProps = { lesson: string; locale: Locale; cues: Cue[]; onCues: (cues: Cue[]) => void };

/** Takes captions from a file, and gives them as one. A file that cannot be read changes nothing. */
export function CaptionFiles({ lesson, locale, cues, onCues }: CaptionFilesProps) {
  const { t } = useTranslation("lecture-editor");
  const input = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState<{ name: string; answer: ReadCaptions } | null>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const answer = readCaptionFile({ name: file.name, bytes });
    setRead({ name: file.name, answer });
    if (answer.ok) onCues(answer.cues);
  };
  const name = `${lesson}.${locale}`;
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-2">
        <input
          ref={input}
          type="file"
          accept=".vtt,.srt,text/vtt,application/x-subrip"
          className="sr-only"
          tabIndex={-1}
          aria-label={t("files.upload")}
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
        <Button type="button" kind="quiet" size="s" onClick={() => input.current?.click()}>
          {t("files.upload")}
        </Button>
        {cues.length > 0 ? (
          <>
            <Button type="button" kind="quiet" size="s" onClick={() => download(`${name}.vtt`, writeVtt(cues))}>
              {t("files.downloadVtt")}
            </Button>
            <Button type="button" kind="quiet" size="s" onClick={() => download(`${name}.srt`, writeSrt(cues))}>
              {t("files.downloadSrt")}
            </Button>
          </>
        ) : null}
      </div>
      {read ? <FileNotice {...read} /> : null}
    </div>
  );
}

function FileNotice({ name, answer }: { name: string; answer: ReadCaptions }) {
  const { t } = useTranslation("lecture-editor");
  const file = <bdi>{name}</bdi>;
  if (!answer.ok) {
    return (
      <Notice kind="error" title={t("files.refused")}>
        <p>{file}</p>
        <LineList items={answer.problems} group="problem" />
      </Notice>
    );
  }
  if (answer.losses.length === 0)
    return <Notice kind="success">{t("files.taken", { count: answer.cues.length })}</Notice>;
  return (
    <Notice kind="warning" title={t("files.taken", { count: answer.cues.length })}>
      <p>{t("files.losses")}</p>
      <LineList items={answer.losses} group="loss" />
    </Notice>
  );
}

type LineItem = { line: number; code: string; values: Record<string, string | number> };

function LineList({ items, group }: { items: LineItem[]; group: "problem" | "loss" }) {
  const { t } = useTranslation("lecture-editor");
  return (
    <>
      <ul className="grid gap-1">
        {items.slice(0, SHOWN).map(({ line, code, values }) => (
          <li key={`${line} ${code} ${JSON.stringify(values)}`} dir="auto">
            {t("files.line", { line, reason: t(`files.${group}.${code}`, values) })}
          </li>
        ))}
      </ul>
      {items.length > SHOWN ? <p>{t("files.more", { count: items.length - SHOWN })}</p> : null}
    </>
  );
}

function download(name: string, text: string) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
