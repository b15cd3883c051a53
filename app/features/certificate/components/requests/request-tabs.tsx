import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { classNames } from "#app/ui/class-names.ts";
import { type RequestTab, requestsHref, requestTabs } from "../../register/request-tabs.ts";

/** The requests that wait, and those that were decided. */
export function RequestTabs({ tab }: { tab: RequestTab }) {
  const { t } = useTranslation("certificate-admin");
  return (
    <nav aria-label={t("requests.which")} className="mb-6 flex flex-wrap gap-2">
      {requestTabs.map((one) => (
        <Link
          key={one}
          to={requestsHref(one)}
          aria-current={one === tab ? "page" : undefined}
          className={classNames(
            "inline-flex min-h-11 items-center rounded-full border px-4 no-underline sm:min-h-9",
            one === tab
              ? "border-tile bg-tile-tint font-semibold text-tile-strong"
              : "border-line-strong text-ink hover:bg-tile-tint",
          )}
        >
          {t(`requests.tabs.${one}`)}
        </Link>
      ))}
    </nav>
  );
}
