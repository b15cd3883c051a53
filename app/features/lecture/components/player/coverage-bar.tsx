import type { MouseEvent } from "react";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { LectureView, Seconds } from "../../playback.ts";
import { gapsOf, shareOf, wholePercent } from "./coverage.ts";

type CoverageBarProps = {
  covered: readonly Seconds[];
  view: Pick<LectureView, "lengthSeconds" | "thresholdPercent" | "chapters">;
  currentSeconds: number;
  onSeek: (seconds: number) => void;
};

/** So many gaps are named at once; the others behind a press. */
const FIRST_GAPS = 4;

/** Which parts of a lecture were watched and which are left; each of these leads there. Time runs left to right. */
export function CoverageBar({ covered, view, currentSeconds, onSeek }: CoverageBarProps) {
  const { t } = useTranslation("lecture");
  const { percent } = useFormats();
  const { lengthSeconds, thresholdPercent } = view;
  const gaps = gapsOf(covered, lengthSeconds);
  const share = shareOf(covered, lengthSeconds);
  return (
    <section aria-label={t("coverage.title")} className="coverage grid gap-2">
      <Line covered={covered} gaps={gaps} view={view} currentSeconds={currentSeconds} onSeek={onSeek} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-2 text-sm">
        <p className="flex items-center gap-2">
          <span>{t("coverage.watched", { share: percent(wholePercent(share) / 100) })}</span>
          <Meter share={share} threshold={thresholdPercent / 100} />
          <span>{t("coverage.wanted", { share: percent(thresholdPercent / 100) })}</span>
        </p>
        <Gaps gaps={gaps} onSeek={onSeek} />
      </div>
    </section>
  );
}

type LineProps = Omit<CoverageBarProps, "view"> & { view: CoverageBarProps["view"]; gaps: readonly Seconds[] };

/** The drawing. Who uses a pointer can press it; all that it does the buttons under it do too. */
function Line({ covered, gaps, view: { lengthSeconds, chapters }, currentSeconds, onSeek }: LineProps) {
  const go = (event: MouseEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const at = ((event.clientX - box.left) / box.width) * lengthSeconds;
    const gap = gaps.find(([from, to]) => from <= at && at < to);
    onSeek(gap ? gap[0] : at);
  };
  const width = 1_000;
  const x = (seconds: number) => (seconds / lengthSeconds) * width;
  return (
    <button type="button" tabIndex={-1} aria-hidden="true" className="coverage-line" onClick={go}>
      <svg viewBox={`0 0 ${width} 20`} preserveAspectRatio="none" aria-hidden="true">
        <rect className="coverage-left" width={width} y="5" height="10" />
        {covered.map(([from, to]) => (
          <rect key={from} className="coverage-watched" x={x(from)} width={x(to) - x(from)} y="5" height="10" />
        ))}
        {chapters.map(({ at }) =>
          at > 0 ? <rect key={at} className="coverage-chapter" x={x(at) - 1} width="2" y="5" height="10" /> : null,
        )}
        <rect
          className="coverage-here"
          x={Math.min(width - 4, Math.max(0, x(currentSeconds) - 2))}
          width="4"
          height="20"
        />
      </svg>
    </button>
  );
}

/** How far it is to what is wanted. */
function Meter({ share, threshold }: { share: number; threshold: number }) {
  const reached = share >= threshold;
  return (
    <svg viewBox="0 0 100 12" aria-hidden="true" className="coverage-meter">
      <rect className="coverage-left" y="3" width="100" height="6" rx="3" />
      <rect
        className={reached ? "coverage-reached" : "coverage-watched"}
        y="3"
        width={Math.max(0, share * 100)}
        height="6"
        rx="3"
      />
      <rect className="coverage-threshold" x={threshold * 100 - 1} width="2" height="12" />
    </svg>
  );
}

function Gaps({ gaps, onSeek }: { gaps: readonly Seconds[]; onSeek: (seconds: number) => void }) {
  const { t } = useTranslation("lecture");
  if (gaps.length === 0) return <p>{t("coverage.all")}</p>;
  const first = gaps.slice(0, FIRST_GAPS);
  const more = gaps.slice(FIRST_GAPS);
  return (
    <div className="coverage-gaps">
      <span>{t("coverage.left")}</span>
      <GapList gaps={first} onSeek={onSeek} />
      {more.length > 0 ? (
        <details className="coverage-more">
          <summary className="min-h-11 content-center text-tile underline sm:min-h-9">
            {t("coverage.more", { count: more.length })}
          </summary>
          <GapList gaps={more} onSeek={onSeek} />
        </details>
      ) : null}
    </div>
  );
}

function GapList({ gaps, onSeek }: { gaps: readonly Seconds[]; onSeek: (seconds: number) => void }) {
  const { t } = useTranslation("lecture");
  const { clock } = useFormats();
  return (
    <ul className="flex flex-wrap gap-1">
      {gaps.map(([from, to]) => (
        <li key={from}>
          <button
            type="button"
            className="coverage-gap"
            aria-label={t("coverage.gap", { from: clock(from), to: clock(to) })}
            onClick={() => onSeek(from)}
          >
            {t("coverage.range", { from: clock(from), to: clock(to) })}
          </button>
        </li>
      ))}
    </ul>
  );
}
