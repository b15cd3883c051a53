import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon } from "#app/ui/icon.tsx";
import { LineNotice } from "./line-notice.tsx";
import { SittingClock } from "./sitting-clock.tsx";
import type { OpenAttempt, Sitting } from "./use-sitting.ts";

type SittingBarProps = { attempt: OpenAttempt; serverNow: string; sitting: Sitting };

/** What she has in sight wherever she is on the paper: the time left, and whether her answers are saved. */
export function SittingBar({ attempt: { deadlineAt }, serverNow, sitting }: SittingBarProps) {
  const { answers, now } = sitting;
  // Of a dead line the notice speaks alone.
  const showsSaving = answers.line !== "down";
  return (
    <div className="sitting-bar">
      {deadlineAt || showsSaving ? (
        <div className="flex min-h-13 flex-wrap items-center justify-between gap-x-4 px-4">
          {deadlineAt ? <SittingClock deadlineAt={deadlineAt} serverNow={serverNow} now={now} /> : null}
          {showsSaving ? <Saving unsaved={answers.unsaved} /> : null}
        </div>
      ) : null}
      <LineNotice answers={answers} />
    </div>
  );
}

/** Whether everything is saved. Seen, not announced: what happens to each answer is. */
function Saving({ unsaved }: { unsaved: number }) {
  const { t } = useTranslation("sitting");
  const waits = unsaved > 0;
  const short = waits ? t("line.waiting") : t("sit.state.saved");
  return (
    <span
      data-unsaved={unsaved}
      className={`script-only flex min-w-0 items-center gap-1.5 text-sm ${waits ? "text-gold-ink" : "text-ink-2"}`}
    >
      <Icon name={waits ? "upload" : "check"} className="size-4 flex-none" />
      <span className={waits ? undefined : "sm:hidden"}>{short}</span>
      {waits ? null : <span className="max-sm:hidden">{t("line.allSaved")}</span>}
    </span>
  );
}
