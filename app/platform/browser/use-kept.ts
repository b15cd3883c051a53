import { useEffect, useRef, useState } from "react";
import type { KeptStore } from "./kept-store.ts";

type UseKept<Kept> = {
  store: KeptStore<Kept>;
  key: string;
  /** What to keep, the same object while nothing changed; null where all is saved. */
  kept: Kept | null;
  restore: (kept: Kept) => void;
};

/** Keeps on the device what is not saved yet. Work that was not saved when the page was left comes back, once. */
export function useKept<Kept>({ store, key, kept, restore }: UseKept<Kept>): void {
  const [ready, setReady] = useState(false);
  const onKept = useRef(restore);
  onKept.current = restore;
  useEffect(() => {
    let gone = false;
    void store.read(key).then((found) => {
      if (gone) return;
      if (found) onKept.current(found);
      setReady(true);
    });
    return () => {
      gone = true;
    };
  }, [store, key]);
  useEffect(() => {
    if (ready) void (kept ? store.keep(key, kept) : store.forget(key));
  }, [store, ready, key, kept]);
}
