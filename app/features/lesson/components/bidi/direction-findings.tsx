import { Suspense, useSyncExternalStore } from "react";
import { lazyPart } from "#app/platform/browser/lazy-part.tsx";
import type { DirectionFindingsProps } from "./findings-props.ts";

const FindingsList = lazyPart(() => import("./findings-list.tsx"));

const never = () => () => undefined;

/** What goes wrong with directions in a text that is being written, each with a press to mend it. */
export function DirectionFindings(props: DirectionFindingsProps) {
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!inBrowser) return null;
  return (
    <Suspense fallback={null}>
      <FindingsList {...props} />
    </Suspense>
  );
}
