import { useSyncExternalStore } from "react";
import { forgetHeldBack, readHeldBack, subscribeHeldBack } from "#app/platform/browser/held-back.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";

/** Says over a page that what was sent from it was not taken for now, and is still there to be sent again. */
export function HeldBackNotice() {
  const heldBack = useSyncExternalStore(subscribeHeldBack, readHeldBack, () => undefined);
  const { t } = useTranslation("error");
  if (!heldBack) return null;
  return (
    <div
      role="alert"
      className="fixed inset-x-4 bottom-4 z-50 mx-auto flex max-w-xl items-center justify-between gap-4 rounded border border-line-strong bg-surface p-4 text-ink shadow-card"
    >
      <p>{heldBack.why === "tooMany" ? t("kept.tooMany", { seconds: heldBack.seconds }) : t("kept.away")}</p>
      <Button kind="quiet" size="s" type="button" onClick={forgetHeldBack}>
        {t("kept.close")}
      </Button>
    </div>
  );
}
