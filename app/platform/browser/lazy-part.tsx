import { type ComponentType, type LazyExoticComponent, lazy, useEffect, useState } from "react";
import { useTranslation } from "../i18n/use-translation.ts";

/** Between two tries, in milliseconds: the first wait, and the longest. */
const FIRST_WAIT = 500;
const LONGEST_WAIT = 10_000;

/** A page is not loaded again for want of a part so soon after it was, in milliseconds. */
const RELOAD_AFTER = 60_000;
const RELOADED_AT = "part-reload";

/** So long nothing is said of what is on its way, in milliseconds. */
const SAID_AFTER = 1_500;

/**
 * A part of a page whose code is fetched when it is first shown. A dead line leaves its place empty until the line is
 * back, where React would put an error in the place of the whole page. Show it in
 * `<Suspense fallback={<PartOnItsWay />}>`.
 */
export function lazyPart<Props>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(() => keepTrying(load));
}

/**
 * What `load` imports, tried again once the server can be reached; in the browser it never rejects. Chromium answers
 * every later import of a file with the first failure (https://github.com/whatwg/html/issues/6768), so the page is
 * loaded again where trying does not help: what it must not lose, it has to keep elsewhere.
 */
export async function keepTrying<Brought>(load: () => Promise<Brought>): Promise<Brought> {
  try {
    return await load();
  } catch (error) {
    if (typeof window === "undefined") throw error;
  }
  for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    await lineOr(wait);
    if (!(await isReached())) continue;
    const brought = await load().then(
      (part) => ({ part }),
      () => undefined,
    );
    if (brought) return brought.part;
    loadPageAgain();
  }
}

async function isReached(): Promise<boolean> {
  const answer = await fetch("/health").catch(() => undefined);
  return answer?.ok === true;
}

function loadPageAgain(): void {
  const last = Number(sessionStorage.getItem(RELOADED_AT));
  if (Date.now() - last < RELOAD_AFTER) return;
  sessionStorage.setItem(RELOADED_AT, String(Date.now()));
  window.location.reload();
}

/** Waits so many milliseconds, or until the line is back. */
function lineOr(wait: number): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      window.removeEventListener("online", go);
      resolve();
    };
    const timer = setTimeout(go, wait);
    window.addEventListener("online", go);
  });
}

/** Stands where a part is missing, and says so once that is noticed. */
export function PartOnItsWay() {
  const { t } = useTranslation("ui");
  const [said, setSaid] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSaid(true), SAID_AFTER);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p role="status" className="py-4 text-ink-2">
      {said ? t("part.onItsWay") : null}
    </p>
  );
}
