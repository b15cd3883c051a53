import { useLangOf } from "#app/platform/i18n/local-text.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon } from "#app/ui/icon.tsx";
import type { LectureView } from "../../playback.ts";

type ChapterListProps = {
  chapters: LectureView["chapters"];
  currentSeconds: number;
  begun: boolean;
  onSeek: (seconds: number) => void;
};

/** The chapters of a lecture; each leads to its beginning. */
export function ChapterList({ chapters, currentSeconds, begun, onSeek }: ChapterListProps) {
  const { t } = useTranslation("lecture");
  const { clock } = useFormats();
  const langOf = useLangOf();
  const current = begun ? chapters.findLastIndex(({ at }) => at <= currentSeconds) : -1;
  if (chapters.length === 0) return null;
  return (
    <details className="disclosure chapters" open>
      <summary className="flex min-h-11 cursor-pointer items-center gap-2 font-semibold">
        <Icon name="chevron-down" className="disclosure-mark size-5 flex-none text-ink-2" />
        {t("chapters")}
      </summary>
      <ol className="chapter-list">
        {chapters.map(({ at, title, locale }, i) => (
          <li key={at}>
            <button type="button" aria-current={i === current ? "true" : undefined} onClick={() => onSeek(at)}>
              <bdi dir="ltr" className="text-ink-2 tabular-nums">
                {clock(at)}
              </bdi>
              <span {...langOf(locale)}>{title}</span>
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}
