import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import type { Progress } from "../derive-progress.ts";

type CourseProgressProps = Pick<Progress, "share" | "required" | "completedRequired"> & { className?: string };

/** How far a learner is: a bar, the share, and how many of how many. */
export function CourseProgress({ share, required, completedRequired, className }: CourseProgressProps) {
  const { t } = useTranslation("progress");
  const formats = useFormats();
  return (
    <div className={className}>
      <div className="flex items-center gap-3">
        <ProgressBar label={t("bar")} value={share} />
        <span className="flex-none text-sm tabular-nums">{formats.percent(share)}</span>
      </div>
      <p className="mt-1 text-ink-2 text-sm">{t("lessonsDone", { done: completedRequired, count: required })}</p>
    </div>
  );
}
