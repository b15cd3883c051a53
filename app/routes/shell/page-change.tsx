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
  const { pathname, hash } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    if (!hash) document.getElementById("main")?.focus({ preventScroll: true });
  }, [pathname, hash]);
}
