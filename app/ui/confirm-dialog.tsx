import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import type { ButtonKind } from "./button-class.ts";
import { Dialog } from "./dialog.tsx";

type ConfirmDialogProps = {
  title: string;
  text: ReactNode;
  confirmLabel: string;
  cancelLabel: string;
  kind: ButtonKind;
  onConfirm: () => void;
  onCancel: () => void;
};

/** Asks before something is done that is not easily undone. The way back has the focus first. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, text, confirmLabel, cancelLabel, kind, onConfirm, onCancel } = props;
  return (
    <Dialog role="alertdialog" title={title} onClose={onCancel}>
      <div className="text-ink-2">{text}</div>
      <div className="flex flex-wrap justify-end gap-3">
        <Button type="button" kind="quiet" onClick={onCancel} autoFocus>
          {cancelLabel}
        </Button>
        <Button type="button" kind={kind === "danger" ? "danger" : "primary"} onClick={onConfirm}>
          {confirmLabel}
        </Button>
      </div>
    </Dialog>
  );
}
