import { useSyncExternalStore } from "react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { useCopy } from "#app/ui/use-copy.ts";

/** What a browser can do never changes while a page stands. */
const never = () => () => {};

/** Gives the link to a page away: by the device's own sharing where it has one, and by copying. */
export function ShareLink({ path, title }: { path: string; title: string }) {
  const { t } = useTranslation("certificate");
  const { copied, copy } = useCopy();
  const shares = useSyncExternalStore(
    never,
    () => typeof navigator.share === "function",
    () => false,
  );
  const link = () => new URL(path, window.location.origin).href;
  // Whoever closes the sheet without choosing has refused nothing that matters.
  const share = () => navigator.share({ title, url: link() }).catch(() => undefined);
  return (
    <div className="script-only contents">
      {shares ? (
        <Button type="button" kind="quiet" size="s" onClick={() => void share()}>
          <Icon name="upload" className="size-4 flex-none" />
          {t("acts.share")}
        </Button>
      ) : null}
      <Button type="button" kind="quiet" size="s" onClick={() => void copy(link())}>
        <Icon name={copied ? "check" : "copy"} className="size-4 flex-none" />
        {t("acts.copy")}
      </Button>
      <p role="status" className={`basis-full text-sm empty:sr-only ${copied ? "text-ok" : "text-ink-2"}`}>
        {copied ? t("acts.copied") : null}
        {copied === false ? <NotCopied link={link()} /> : null}
      </p>
    </div>
  );
}

function NotCopied({ link }: { link: string }) {
  const { t } = useTranslation("certificate");
  return (
    <>
      {t("acts.notCopied")} <bdi className="select-all break-all text-ink">{link}</bdi>
    </>
  );
}
