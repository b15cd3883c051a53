import { useRef, useState } from "react";
import { useRevalidator } from "react-router";
import { directionOf, type Locale, localeNames } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { Chapter } from "../../lecture-schema.ts";
import { ClockField } from "./clock-field.tsx";
import { type SentDraft, sendDraft } from "./send-draft.ts";
import { SentNotice } from "./sent-notice.tsx";
import type { EditorVideo } from "./use-editor-video.ts";

type EditedChapter = Chapter & { id: number };

type ChaptersSectionProps = {
  address: { course: string; lesson: string };
  locales: Locale[];
  chapters: Chapter[];
  lengthSeconds: number | null;
  video: EditorVideo;
};

const bare = (chapters: EditedChapter[]): Chapter[] => chapters.map(({ at, titles }) => ({ at, titles }));

/** What keeps chapters from being saved. */
function faultOf(chapters: EditedChapter[], locales: Locale[]): "noTitle" | "sameTime" | null {
  if (chapters.some(({ titles }) => locales.some((locale) => !titles[locale]?.trim()))) return "noTitle";
  return new Set(chapters.map(({ at }) => at)).size < chapters.length ? "sameTime" : null;
}

function useChapters({ address, chapters: saved }: Pick<ChaptersSectionProps, "address" | "chapters">) {
  const nextId = useRef(saved.length);
  const [chapters, setChapters] = useState<EditedChapter[]>(() => saved.map((one, id) => ({ ...one, id })));
  const [before, setBefore] = useState(saved);
  const [sent, setSent] = useState<SentDraft | { result: "sending" } | null>(null);
  const { revalidate } = useRevalidator();
  const sorted = chapters.toSorted((a, b) => a.at - b.at);
  const dirty = JSON.stringify(bare(sorted)) !== JSON.stringify(before);
  const save = async () => {
    const wanted = bare(sorted);
    setSent({ result: "sending" });
    const form = { intent: "chapters", chapters: JSON.stringify(wanted), before: JSON.stringify(before) };
    const answer = await sendDraft(address, form);
    setSent(answer);
    if (answer.result === "saved") setBefore(wanted);
    if (answer.result === "saved" || answer.result === "conflict") await revalidate();
  };
  const change = (id: number, edit: (one: EditedChapter) => EditedChapter) =>
    setChapters(chapters.map((one) => (one.id === id ? edit(one) : one)));
  const add = (at: number) => setChapters([...sorted, { at, titles: {}, id: nextId.current++ }]);
  const remove = (id: number) => setChapters(chapters.filter((one) => one.id !== id));
  const takeTheirs = () => {
    setChapters(saved.map((one) => ({ ...one, id: nextId.current++ })));
    setBefore(saved);
    setSent(null);
  };
  return { chapters: sorted, dirty, sent, save, change, add, remove, takeTheirs };
}

/** Chapters with their titles in the course's languages; times are taken from the video. */
export function ChaptersSection({ address, locales, chapters: saved, lengthSeconds, video }: ChaptersSectionProps) {
  const { t } = useTranslation("lecture-editor");
  const { chapters, dirty, sent, save, change, add, remove, takeTheirs } = useChapters({ address, chapters: saved });
  const fault = faultOf(chapters, locales);
  const beyond = chapters.filter(({ at }) => lengthSeconds !== null && at >= lengthSeconds).length;
  return (
    <section aria-labelledby="chapters" className="grid grid-cols-1 gap-4">
      <h2 id="chapters" className="font-bold font-read text-2xl">
        {t("chapters.title")}
      </h2>
      {chapters.length === 0 ? <p className="text-ink-2">{t("chapters.empty")}</p> : null}
      <ol className="grid gap-3">
        {chapters.map((chapter, index) => (
          <li key={chapter.id}>
            <ChapterRow {...{ chapter, index, locales, video, remove }} onChange={(edit) => change(chapter.id, edit)} />
          </li>
        ))}
      </ol>
      {beyond > 0 ? <Notice kind="warning">{t("chapters.beyond", { count: beyond })}</Notice> : null}
      {dirty && fault ? <p className="font-medium text-danger text-sm">{t(`chapters.${fault}`)}</p> : null}
      {sent?.result === "conflict" && dirty ? (
        <Notice kind="error" title={t("conflict.title")}>
          <Button type="button" kind="quiet" size="s" onClick={takeTheirs}>
            {t("conflict.takeTheirs")}
          </Button>
        </Notice>
      ) : (
        <SentNotice sent={sent} />
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="button" kind="quiet" onClick={() => add(Math.floor(video.now()))}>
          {t("chapters.add")}
        </Button>
        <Button
          type="button"
          disabled={!dirty || fault !== null || sent?.result === "sending"}
          onClick={() => void save()}
        >
          {t("chapters.save")}
        </Button>
        <p role="status" className="text-ink-2">
          {dirty ? t("captions.state.unsaved") : sent?.result === "saved" ? t("captions.state.saved") : null}
        </p>
      </div>
    </section>
  );
}

type ChapterRowProps = {
  chapter: EditedChapter;
  index: number;
  locales: Locale[];
  video: EditorVideo;
  onChange: (edit: (one: EditedChapter) => EditedChapter) => void;
  remove: (id: number) => void;
};

function ChapterRow({ chapter, index, locales, video, onChange, remove }: ChapterRowProps) {
  const { t } = useTranslation("lecture-editor");
  const name = t("chapters.chapter", { number: index + 1 });
  const setTime = (at: number) => onChange((one) => ({ ...one, at }));
  return (
    <fieldset aria-label={name} className="grid min-w-0 gap-3 rounded-sm border border-line bg-surface p-3">
      <div className="flex flex-wrap items-end gap-2">
        <ClockField label={t("chapters.at")} seconds={chapter.at} onChange={setTime} exact={false} />
        <Button type="button" kind="quiet" size="s" onClick={() => setTime(Math.floor(video.now()))}>
          {t("now")}
        </Button>
        <Button type="button" kind="quiet" size="s" onClick={() => video.playFrom(chapter.at)}>
          {t("goThere")}
        </Button>
        <Button type="button" kind="quiet" size="s" onClick={() => remove(chapter.id)}>
          {t("chapters.remove")}
        </Button>
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        {locales.map((locale) => (
          <Field
            key={locale}
            name={`title.${locale}`}
            label={t("chapters.titleIn", { language: localeNames[locale] })}
            lang={locale}
            dir={directionOf(locale)}
            maxLength={200}
            value={chapter.titles[locale] ?? ""}
            onChange={(event) => {
              const text = event.target.value;
              onChange((one) => ({ ...one, titles: { ...one.titles, [locale]: text } }));
            }}
          />
        ))}
      </div>
    </fieldset>
  );
}
