import { useEffect, useRef } from "react";
import { useLocation, useNavigation } from "react-router";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";

/** Says that the next page is on its way, and takes the focus to it once it is there. */
export function PageChange() {
  const { t } = useTranslation("ui");
  const busy = useNavigation().state !== "idle";
  useFocusOnNewPage();
  return (
    <>
      <div aria-hidden="true" data-busy={busy} className="page-change" />
      <p role="status" className="sr-only">
        {busy ? t("loading") : ""}
      </p>
    </>
  );
}

function useFocusOnNewPage() {
  const { pathname, search, hash } = useLocation();
  const before = useRef({ pathname, search });
  useEffect(() => {
    const { current: left } = before;
    before.current = { pathname, search };
    const anotherPage = left.pathname !== pathname && !hash;
    // On the same page the focus stays, unless what had it went away.
    const lost = left.search !== search && document.activeElement === document.body;
    if (anotherPage || lost) document.getElementById("main")?.focus({ preventScroll: true });
  }, [pathname, search, hash]);
}
