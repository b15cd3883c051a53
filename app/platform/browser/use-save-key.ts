import { useEffect, useRef } from "react";

/** Ctrl+S or ⌘S saves, wherever the focus is. */
export function useSaveKey(save: () => void) {
  const onSave = useRef(save);
  onSave.current = save;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // By its place: on an Arabic keyboard the key gives another letter.
      const isS = event.code === "KeyS" || event.key.toLowerCase() === "s";
      if (!isS || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      onSave.current();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
