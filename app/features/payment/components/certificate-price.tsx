import { Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import type { CertificateBuying } from "../checkout/find-certificate-buying.server.ts";
import { WaitingOrder } from "./waiting-order.tsx";

/** Beside what a course says of its certificate: what it costs, and the way to buy it. */
export function CertificatePrice({ buying }: { buying: CertificateBuying }) {
  const { t } = useTranslation("payment");
  const { money } = useFormats();
  const { price, stand, waiting, slug } = buying;
  if (waiting) return <WaitingOrder waiting={waiting} />;
  if (stand === "notSold") return <p className="text-ink-2">{t("certificate.notSold")}</p>;
  if (!price || (stand !== "ahead" && stand !== "finished")) return null;
  const free = price.amount === 0;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      {free ? null : <p>{t("certificate.costs", { price: money(price.amount, price.currency) })}</p>}
      <Link
        to={`/courses/${slug}/certificate`}
        className={buttonClass({ kind: stand === "finished" ? "primary" : "quiet" })}
      >
        {t(free ? "certificate.take" : "certificate.submit")}
      </Link>
    </div>
  );
}
