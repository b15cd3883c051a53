import { useRef, useState } from "react";
import { useRevalidator } from "react-router";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { writeClock } from "../../captions/clock-time.ts";
import { capturePicture } from "./capture-picture.ts";
import { type SentDraft, sendDraft } from "./send-draft.ts";
import { SentNotice } from "./sent-notice.tsx";
import type { EditorVideo } from "./use-editor-video.ts";

type SlidesSectionProps = {
  address: { course: string; lesson: string };
  slides: { at: number; src: string }[];
  /** Whether there is a video to take pictures from. */
  hasVideo: boolean;
  video: EditorVideo;
};

function useSlides(address: SlidesSectionProps["address"]) {
  const [sent, setSent] = useState<SentDraft | { result: "sending" } | null>(null);
  const [noPicture, setNoPicture] = useState(false);
  const { revalidate } = useRevalidator();
  const send = async (form: Record<string, string | Blob>) => {
    setNoPicture(false);
    setSent({ result: "sending" });
    const answer = await sendDraft(address, form);
    setSent(answer);
    if (answer.result === "saved") await revalidate();
  };
  return {
    sent,
    noPicture,
    add: (picture: Blob | null, at: number) =>
      picture ? send({ intent: "add-slide", at: String(at), picture }) : setNoPicture(true),
    remove: (at: number) => send({ intent: "remove-slide", at: String(at) }),
  };
}

/** What was on the screen, for those whose line is too poor for a video. */
export function SlidesSection({ address, slides, hasVideo, video }: SlidesSectionProps) {
  const { t } = useTranslation("lecture-editor");
  const input = useRef<HTMLInputElement>(null);
  const { sent, noPicture, add, remove } = useSlides(address);
  const at = () => Math.floor(video.now());
  const capture = async () => {
    const { current } = video.element;
    await add(current && (await capturePicture(current)), at());
  };
  return (
    <section aria-labelledby="slides" className="grid grid-cols-1 gap-4">
      <h2 id="slides" className="font-bold font-read text-2xl">
        {t("slides.title")}
      </h2>
      <p className="text-ink-2">{t(slides.length === 0 ? "slides.empty" : "slides.lead")}</p>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        {slides.map((slide) => (
          <Slide key={slide.at} slide={slide} video={video} remove={remove} />
        ))}
      </ul>
      {noPicture ? <Notice kind="error">{t("slides.noPicture")}</Notice> : <SentNotice sent={sent} />}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          type="button"
          kind="quiet"
          disabled={!hasVideo || sent?.result === "sending"}
          onClick={() => void capture()}
        >
          {t("slides.capture")}
        </Button>
        <input
          ref={input}
          type="file"
          accept="image/png,image/jpeg,image/webp,image/avif"
          className="sr-only"
          tabIndex={-1}
          aria-label={t("slides.upload")}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) void add(file, at());
            event.target.value = "";
          }}
        />
        <Button type="button" kind="quiet" onClick={() => input.current?.click()}>
          {t("slides.upload")}
        </Button>
      </div>
    </section>
  );
}

type SlideProps = Pick<SlidesSectionProps, "video"> & {
  slide: { at: number; src: string };
  remove: (at: number) => void;
};

function Slide({ slide: { at, src }, video, remove }: SlideProps) {
  const { t } = useTranslation("lecture-editor");
  const time = writeClock(at, { exact: false });
  return (
    <li className="grid gap-1 rounded-sm border border-line bg-surface p-2">
      <img
        src={src}
        alt={t("slides.slideAt", { time })}
        className="aspect-video w-full object-contain"
        loading="lazy"
      />
      <div className="flex flex-wrap items-center justify-between gap-1">
        <Button
          type="button"
          kind="plain"
          size="s"
          aria-label={t("captions.goTo", { time })}
          onClick={() => video.seek(at)}
        >
          <bdi dir="ltr">{time}</bdi>
        </Button>
        <Button
          type="button"
          kind="plain"
          size="s"
          aria-label={t("slides.removeAt", { time })}
          onClick={() => remove(at)}
        >
          {t("slides.remove")}
        </Button>
      </div>
    </li>
  );
}
