import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon, type IconName } from "#app/ui/icon.tsx";
import type { AnswerState } from "./answer-book.ts";

const icons: Record<AnswerState, IconName> = {
  none: "circle",
  waiting: "upload",
  saved: "check",
  late: "clock",
  refused: "alert",
};
const colours: Record<AnswerState, string> = {
  none: "",
  waiting: "text-gold-ink",
  saved: "text-ok",
  late: "text-danger",
  refused: "text-danger",
};

/** How an answer stands: on its way, saved, or why not. */
export function SaveMark({ state }: { state: AnswerState }) {
  const { t } = useTranslation("sitting");
  if (state === "none") return null;
  return (
    <span data-state={state} className={`inline-flex items-center gap-1.5 font-semibold text-sm ${colours[state]}`}>
      <Icon name={icons[state]} className="size-4 flex-none" />
      {t(`sit.state.${state}`)}
    </span>
  );
}
