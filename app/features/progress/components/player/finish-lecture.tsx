import type { LectureProgress } from "#app/features/lecture/components/player/lecture-room.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon } from "#app/ui/icon.tsx";
import type { LessonPageView } from "../../lesson-page-view.ts";
import { Finished } from "./finish-lesson.tsx";

type FinishLectureProps = LectureProgress & {
  completed: boolean;
  finishedCourse: LessonPageView["finishedCourse"];
  thresholdPercent: number;
};

/** Why a lecture is not complete: how much is left to watch, with the way there; or that it is complete. */
export function FinishLecture({ completed, finishedCourse, ...left }: FinishLectureProps) {
  const { t } = useTranslation("lecture");
  return (
    <section id="finish" tabIndex={-1} aria-label={t("progress:complete.section")}>
      <div role="status">{completed ? <Finished finishedCourse={finishedCourse} /> : null}</div>
      {completed ? null : <WhyNot {...left} />}
    </section>
  );
}

function WhyNot({ share, gaps, onSeek, thresholdPercent }: Omit<FinishLectureProps, "completed" | "finishedCourse">) {
  const { t } = useTranslation("lecture");
  const { percent, clock } = useFormats();
  const watched = Math.floor(share * 100 + 1e-9);
  const [first] = gaps;
  return (
    <div className="flex items-start gap-3 rounded-sm bg-gold-tint px-4 py-3">
      <Icon name="clock" className="mt-1 size-5 flex-none text-gold-ink" />
      <p>
        <strong className="text-gold-ink">{t("why.title")}</strong>{" "}
        {watched >= thresholdPercent
          ? t("why.counting")
          : t("why.missing", {
              missing: percent((thresholdPercent - watched) / 100),
              wanted: percent(thresholdPercent / 100),
            })}{" "}
        {first && watched < thresholdPercent ? (
          <button type="button" className="script-only text-tile underline" onClick={() => onSeek(first[0])}>
            {watched === 0 ? t("why.begin") : t("why.toGap", { time: clock(first[0]) })}
          </button>
        ) : null}
      </p>
    </div>
  );
}
