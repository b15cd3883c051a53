import { useRef } from "react";
import { Button } from "#app/ui/button.tsx";
import type { ButtonKind, ButtonSize } from "#app/ui/button-class.ts";
import { Icon } from "#app/ui/icon.tsx";

type FilesButtonProps = {
  label: string;
  accept: string;
  onFiles: (files: File[]) => void;
  multiple?: boolean;
  kind?: ButtonKind;
  size?: ButtonSize;
  disabled?: boolean;
};

/** A button that lets one choose files of this device. */
export function FilesButton({ label, accept, onFiles, multiple = false, ...button }: FilesButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple={multiple}
        accept={accept}
        className="sr-only"
        tabIndex={-1}
        aria-label={label}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      <Button type="button" {...button} onClick={() => input.current?.click()}>
        <Icon name="upload" /> {label}
      </Button>
    </>
  );
}
