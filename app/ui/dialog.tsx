import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";

type DialogProps = { title: string; children: ReactNode; onClose: () => void; role?: "dialog" | "alertdialog" };

/**
 * A window over the page that holds the focus until it is closed. Import it lazily: it brings machinery that
 * pages which open no dialog should not load.
 */
export function Dialog({ title, children, onClose, role = "dialog" }: DialogProps) {
  return (
    <ModalOverlay
      isOpen
      isDismissable={role === "dialog"}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className="fixed inset-0 z-40 grid place-items-center overflow-y-auto bg-black/50 p-4"
    >
      <Modal className="w-full max-w-md rounded border border-line bg-surface shadow-card">
        <AriaDialog role={role} className="grid gap-5 p-6">
          <Heading slot="title" className="font-bold font-read text-xl">
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
