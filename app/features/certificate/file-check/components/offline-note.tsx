import { useEffect, useState, useSyncExternalStore } from "react";
import { useHref } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon } from "#app/ui/icon.tsx";
import { keepOffline } from "../keep-offline.ts";

/** Makes the page work without a line, and says when it does and when it has to. */
export function OfflineNote({ statusLists }: { statusLists: number }) {
  const { t, language } = useTranslation("verify");
  const path = useHref()("/verify");
  const online = useOnline();
  const [ready, setReady] = useState(false);
  useEffect(() => {
    // What cannot be kept now is kept at the next visit: the page itself lacks nothing.
    const keep = () => keepOffline({ path, language, statusLists }).then(setReady, () => undefined);
    if (online) void keep();
  }, [path, language, statusLists, online]);
  const words = online ? (ready ? t("file.offlineReady") : null) : t("file.offline");
  return (
    <p
      role="status"
      data-offline={ready ? "ready" : "not-yet"}
      className="flex items-start gap-2 text-ink-2 text-sm empty:hidden"
    >
      {words ? (
        <>
          <Icon name={online ? "check" : "info"} className="mt-1 size-4 flex-none" />
          <span>{words}</span>
        </>
      ) : null}
    </p>
  );
}

function onLine(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}

function useOnline(): boolean {
  return useSyncExternalStore(
    onLine,
    () => navigator.onLine,
    () => true,
  );
}
