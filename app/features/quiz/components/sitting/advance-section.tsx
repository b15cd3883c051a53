import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { AskDialog } from "./ask-dialog.tsx";
import type { SendingAct } from "./use-sending-act.ts";

/** The way to the next question where there is none back. */
export function AdvanceSection({ answered, act }: { answered: boolean; act: SendingAct }) {
  const { t } = useTranslation("sitting");
  return (
    <div className="flex justify-end">
      <Button type="button" className="script-only" onClick={act.ask}>
        {t("step.next")}
        <Icon name="next" />
      </Button>
      {act.stage === "closed" ? null : (
        <AskDialog
          title={t("advance.title")}
          confirmLabel={t("advance.confirm")}
          cancelLabel={t("advance.cancel")}
          failedText={t("advance.failed")}
          act={act}
        >
          {answered ? null : <p className="font-semibold">{t("advance.unanswered")}</p>}
          <p>{t("advance.text")}</p>
        </AskDialog>
      )}
    </div>
  );
}
