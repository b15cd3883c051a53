import type { ReactNode } from "react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { SendingAct } from "./use-sending-act.ts";

type AskDialogProps = {
  title: string;
  children: ReactNode;
  confirmLabel: string;
  cancelLabel: string;
  /** What is said where the server could not be reached. */
  failedText: string;
  act: SendingAct;
};

/**
 * Asks before something is done that cannot be undone, and stays until the server has done it. Where that cannot be
 * reached it says so, and nothing is lost. The way back has the focus first.
 */
export function AskDialog({ title, children, confirmLabel, cancelLabel, failedText, act }: AskDialogProps) {
  const { t } = useTranslation("sitting");
  const busy = act.stage === "sending";
  return (
    <Dialog role="alertdialog" title={title} onClose={act.close}>
      <div className="grid gap-2">{children}</div>
      {act.stage === "failed" ? <Notice kind="error">{failedText}</Notice> : null}
      <p role="status" className="sr-only">
        {busy ? t("submit.sending") : null}
      </p>
      <div className="flex flex-wrap justify-end gap-3">
        <Button type="button" kind="quiet" onClick={act.close} autoFocus>
          {cancelLabel}
        </Button>
        <Button type="button" disabled={busy} onClick={() => void act.confirm()}>
          {busy ? t("submit.sending") : confirmLabel}
        </Button>
      </div>
    </Dialog>
  );
}
