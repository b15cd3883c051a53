import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import type { QuestionDraftState } from "./use-question-draft.ts";

type SaveBarProps = { state: QuestionDraftState; isNew: boolean; saveAndNew: () => void };

function stateOf({ sent, dirty }: QuestionDraftState, isNew: boolean): string {
  if (sent?.result === "sending") return "sending";
  if (dirty) return "kept";
  if (sent?.result === "saved") return sent.newVersion ? "savedVersion" : "saved";
  return isNew ? "new" : "unchanged";
}

/** Always in sight: whether what is written is saved, and the buttons that save it. */
export function SaveBar({ state, isNew, saveAndNew }: SaveBarProps) {
  const { t } = useTranslation("question-bank");
  const { sent } = state;
  const number = sent?.result === "saved" ? sent.current : 0;
  const key = stateOf(state, isNew);
  const isSaved = key === "saved" || key === "savedVersion";
  return (
    <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center gap-3 border-line border-t bg-paper px-4 py-3 sm:mx-0 sm:rounded sm:border">
      <Button aria-keyshortcuts="Control+S Meta+S">{t("desk.save")}</Button>
      <Button type="button" kind="quiet" onClick={saveAndNew}>
        {t("desk.saveAndNew")}
      </Button>
      <p role="status" className="flex min-w-0 items-center gap-1.5 text-ink-2 text-sm">
        {isSaved ? <Icon name="check-circle" className="size-4 flex-none text-ok" /> : null}
        {t(`desk.state.${key}`, { number })}
      </p>
    </div>
  );
}
