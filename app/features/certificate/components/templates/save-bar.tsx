import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import type { TemplateDraftState } from "./use-template-draft.ts";

function stateOf({ sent, dirty }: TemplateDraftState): string {
  if (sent?.result === "sending") return "sending";
  if (dirty) return "kept";
  if (sent?.result === "saved") return sent.newVersion ? "savedVersion" : "saved";
  return "unchanged";
}

/** Always in sight: whether what is changed is saved, and the button that saves it. */
export function SaveBar({ state }: { state: TemplateDraftState }) {
  const { t } = useTranslation("certificate-template");
  const { sent } = state;
  const key = stateOf(state);
  const isSaved = key === "saved" || key === "savedVersion";
  return (
    <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center gap-3 border-line border-t bg-paper px-4 py-3 sm:mx-0 sm:rounded sm:border">
      <Button aria-keyshortcuts="Control+S Meta+S">{t("desk.save")}</Button>
      <p role="status" className="flex min-w-0 items-center gap-1.5 text-ink-2 text-sm">
        {isSaved ? <Icon name="check-circle" className="size-4 flex-none text-ok" /> : null}
        {t(`desk.state.${key}`, { number: sent?.result === "saved" ? sent.number : 0 })}
      </p>
      {/* Beside the fields where there is room; below them on a phone. */}
      <a href="#preview" className="ms-auto inline-flex min-h-11 items-center lg:hidden">
        {t("preview.title")}
      </a>
    </div>
  );
}
