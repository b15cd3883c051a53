import { useCallback, useEffect, useState } from "react";

/** So long it is said that something was copied, in milliseconds. */
const SAID_FOR = 4_000;

/** Copies a text; `copied` says for a while whether it was done. */
export function useCopy() {
  const [copied, setCopied] = useState<boolean | null>(null);
  useEffect(() => {
    if (copied === null) return;
    const timer = setTimeout(() => setCopied(null), SAID_FOR);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = useCallback(async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // The browser does not let a page do it, or not this one: that is said.
      setCopied(false);
    }
  }, []);
  return { copied, copy };
}
