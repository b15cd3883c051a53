import { type RefObject, useEffect, useRef } from "react";

/** Goes to the next row that needs somebody, by Alt and an arrow key too. */
export function useNextNeeded(root: RefObject<HTMLDivElement | null>) {
  const go = (step: 1 | -1) => {
    const needed = [...(root.current?.querySelectorAll<HTMLElement>("[data-needs]") ?? [])];
    const here = document.activeElement;
    const follows = (one: HTMLElement) =>
      here !== null && one !== here && !one.contains(here)
        ? (here.compareDocumentPosition(one) &
            (step > 0 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING)) !==
          0
        : false;
    const inOrder = step > 0 ? needed : needed.toReversed();
    const next = inOrder.find(follows) ?? inOrder[0];
    next?.focus();
    next?.scrollIntoView({ block: "center" });
  };
  const latest = useRef(go);
  latest.current = go;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.altKey || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
      event.preventDefault();
      latest.current(event.key === "ArrowDown" ? 1 : -1);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
  return go;
}
