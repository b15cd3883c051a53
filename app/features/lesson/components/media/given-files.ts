import { type RefObject, useEffect, useState } from "react";

type Take = (files: Iterable<File>) => void;

/** Files that are pasted anywhere on the page, but in a field. */
export function usePastedFiles(take: Take): void {
  useEffect(() => {
    const pasted = (event: ClipboardEvent) => {
      const files = event.clipboardData?.files;
      if (!files?.length || (event.target instanceof Element && event.target.closest("input, textarea"))) return;
      event.preventDefault();
      take([...files]);
    };
    document.addEventListener("paste", pasted);
    return () => document.removeEventListener("paste", pasted);
  }, [take]);
}

/** Files that are dropped upon a place; answers whether some are held over it. */
export function useDroppedFiles(place: RefObject<HTMLElement | null>, take: Take): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const { current } = place;
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setOver(true);
    };
    const gone = () => setOver(false);
    const dropped = (event: DragEvent) => {
      const files = event.dataTransfer?.files;
      setOver(false);
      if (!files?.length) return;
      event.preventDefault();
      take([...files]);
    };
    current?.addEventListener("dragover", over);
    current?.addEventListener("dragleave", gone);
    current?.addEventListener("drop", dropped);
    return () => {
      current?.removeEventListener("dragover", over);
      current?.removeEventListener("dragleave", gone);
      current?.removeEventListener("drop", dropped);
    };
  }, [place, take]);
  return isOver;
}
