import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon, type IconName } from "#app/ui/icon.tsx";
import { certificateAddress } from "../../certificate-address.ts";
import { useDay } from "../../components/use-day.ts";
import type { PublicCertificate } from "../../issuing/find-public-certificate.server.ts";

type Shown = PublicCertificate["status"] | "preparing";

const looks: Record<Shown, { icon: IconName; box: string; mark: string }> = {
  valid: { icon: "check-circle", box: "border-ok", mark: "text-ok" },
  revoked: { icon: "close", box: "border-danger", mark: "text-danger" },
  superseded: { icon: "next", box: "border-line-strong", mark: "text-ink" },
  expired: { icon: "clock", box: "border-line-strong", mark: "text-ink" },
  preparing: { icon: "clock", box: "border-tile", mark: "text-tile-strong" },
};

/** Whether the certificate holds: the first thing to read on its page. */
export function CertificateStatus({ certificate }: { certificate: PublicCertificate }) {
  const { t } = useTranslation("verify");
  const day = useDay();
  const { status, since, hidden, supersededBy, signed } = certificate;
  const shown = status === "valid" && !signed ? "preparing" : status;
  const { icon, box, mark } = looks[shown];
  const dated = shown !== "valid" && shown !== "preparing";
  return (
    <div data-status={shown} className={`flex items-start gap-4 rounded border-2 bg-surface px-5 py-4 ${box}`}>
      <Icon name={icon} className={`mt-1 size-7 flex-none ${mark}`} />
      <div className="grid min-w-0 gap-1">
        <p className={`font-bold text-xl ${mark}`}>{t(`status.${shown}.title`)}</p>
        {dated && !since ? null : <p>{t(`status.${shown}.text`, { date: since ? day(since) : undefined })}</p>}
        {status === "superseded" && supersededBy ? (
          <Link to={certificateAddress(supersededBy)} className="inline-flex min-h-11 items-center">
            {t("status.superseded.link")}
          </Link>
        ) : null}
        {status === "superseded" && !supersededBy && hidden ? <p>{t("status.superseded.hidden")}</p> : null}
      </div>
    </div>
  );
}
