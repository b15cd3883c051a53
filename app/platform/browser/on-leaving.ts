/** Calls back when the page is hidden or left, until the function that is returned is called. */
export function onLeaving(leave: () => void): () => void {
  const hide = () => {
    if (document.visibilityState === "hidden") leave();
  };
  document.addEventListener("visibilitychange", hide);
  window.addEventListener("pagehide", leave);
  return () => {
    document.removeEventListener("visibilitychange", hide);
    window.removeEventListener("pagehide", leave);
  };
}
