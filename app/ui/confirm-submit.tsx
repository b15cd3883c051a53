import { type MouseEvent, type ReactNode, useRef, useState } from "react";
import { Button } from "./button.tsx";
import type { ButtonKind, ButtonSize } from "./button-class.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";

type ConfirmSubmitProps = {
  label: ReactNode;
  title: string;
  text: ReactNode;
  confirmLabel: string;
  cancelLabel: string;
  kind?: ButtonKind;
  size?: ButtonSize;
  /** Sent with the form, as of any submit button. */
  name?: string;
  value?: string;
  disabled?: boolean;
};

/** A submit button that asks first, in a dialog. Without JavaScript it just submits. */
export function ConfirmSubmit({ label, kind = "danger", size, name, value, disabled, ...dialog }: ConfirmSubmitProps) {
  const button = useRef<HTMLButtonElement>(null);
  const confirmed = useRef(false);
  const [open, setOpen] = useState(false);
  const ask = (event: MouseEvent<HTMLButtonElement>) => {
    if (confirmed.current) return;
    if (event.currentTarget.form?.reportValidity() === false) return event.preventDefault();
    event.preventDefault();
    setOpen(true);
  };
  const confirm = () => {
    setOpen(false);
    confirmed.current = true;
    button.current?.form?.requestSubmit(button.current);
    confirmed.current = false;
  };
  return (
    <>
      <Button ref={button} kind={kind} size={size} name={name} value={value} disabled={disabled} onClick={ask}>
        {label}
      </Button>
      {open ? <ConfirmDialog {...dialog} kind={kind} onConfirm={confirm} onCancel={() => setOpen(false)} /> : null}
    </>
  );
}
