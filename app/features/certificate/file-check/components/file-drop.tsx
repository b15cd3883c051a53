import { useEffect, useId, useState } from "react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { Icon } from "#app/ui/icon.tsx";

type FileDropProps = { onFile: (file: File) => void; busy: boolean };

/** Takes a file by a button, or wherever on the page it is dropped. */
export function FileDrop({ onFile, busy }: FileDropProps) {
  const { t } = useTranslation("verify");
  const id = useId();
  const above = useDroppedFile(onFile);
  return (
    <div
      data-above={above}
      aria-busy={busy}
      className="script-only grid justify-items-center gap-2 rounded-sm border-2 border-line-strong border-dashed px-4 py-8 text-center data-[above=true]:border-tile data-[above=true]:bg-tile-tint"
    >
      <Icon name="upload" className="size-8 flex-none text-tile" />
      <input
        id={id}
        type="file"
        accept=".pdf,.json,.jwt,.txt,application/pdf,application/json,application/ld+json,application/jwt"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // The same file may be chosen again, after it was changed.
          currentTarget.value = "";
          if (file) onFile(file);
        }}
        className="peer sr-only"
      />
      <label
        htmlFor={id}
        className={`${buttonClass()} cursor-pointer peer-focus-visible:outline-3 peer-focus-visible:outline-tile peer-focus-visible:outline-offset-2`}
      >
        {t("file.choose")}
      </label>
      <p className="text-ink-2 text-sm">{above ? t("file.letGo") : t("file.drop")}</p>
    </div>
  );
}

/** Listens to the whole page: a file that misses a small place would else be opened by the browser in its stead. */
function useDroppedFile(onFile: (file: File) => void): boolean {
  const [above, setAbove] = useState(false);
  useEffect(() => {
    const hasFile = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes("Files") === true;
    const over = (event: DragEvent) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setAbove(true);
    };
    const leave = ({ relatedTarget }: DragEvent) => relatedTarget === null && setAbove(false);
    const drop = (event: DragEvent) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setAbove(false);
      const file = event.dataTransfer?.files[0];
      if (file) onFile(file);
    };
    const listening = new AbortController();
    const { signal } = listening;
    window.addEventListener("dragover", over, { signal });
    window.addEventListener("dragleave", leave, { signal });
    window.addEventListener("drop", drop, { signal });
    return () => listening.abort();
  }, [onFile]);
  return above;
}
