import { type ReactNode, useSyncExternalStore } from "react";

const never = () => () => undefined;

/** What only a browser can show; the server sends nothing in its place. */
export function InBrowser({ children }: { children: () => ReactNode }) {
  const here = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return here ? children() : null;
}
