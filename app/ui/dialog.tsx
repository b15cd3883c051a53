import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";

type DialogProps = { title: string; children: ReactNode; onClose: () => void; role?: "dialog" | "alertdialog" };

/**
 * A window over the page that holds the focus until it is closed, and gives it back. It is the browser's own, so that
 * asking costs a page nothing and can be done on a dead line.
 */
export function Dialog({ title, children, onClose, role = "dialog" }: DialogProps) {
  const id = useId();
  const box = useOpenDialog({ onClose, dismissable: role === "dialog" });
  return createPortal(
    <dialog ref={box} role={role} aria-labelledby={id} className="dialog">
      <div className="grid gap-5 p-6">
        <h2 id={id} className="font-bold font-read text-xl">
          {title}
        </h2>
        {children}
      </div>
    </dialog>,
    document.body,
  );
}

type OpenDialog = { onClose: () => void; dismissable: boolean };

/** Opens the dialog while it is on the page. Closing is asked for by Escape, and by a press beside it where it may. */
function useOpenDialog({ onClose, dismissable }: OpenDialog) {
  const box = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  useEffect(() => {
    const dialog = box.current;
    if (!dialog) return;
    const asked = (event: Event) => {
      event.preventDefault();
      onClose();
    };
    // A browser closes it without asking on a second Escape.
    const closed = () => {
      if (!dialog.open) onClose();
    };
    const beside = (event: MouseEvent) => {
      if (dismissable && event.target === dialog) onClose();
    };
    dialog.addEventListener("cancel", asked);
    dialog.addEventListener("close", closed);
    dialog.addEventListener("click", beside);
    return () => {
      dialog.removeEventListener("cancel", asked);
      dialog.removeEventListener("close", closed);
      dialog.removeEventListener("click", beside);
    };
  }, [onClose, dismissable]);
  return box;
}
