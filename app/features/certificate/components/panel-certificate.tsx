import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon } from "#app/ui/icon.tsx";
import { certificateAddress } from "../certificate-address.ts";
import type { MyCertificate } from "../issuing/certificate-rows.server.ts";
import type { PanelState } from "../panel-state.ts";
import { CertificateDates } from "./certificate-dates.tsx";
import { CertificateFiles } from "./certificate-files.tsx";
import { NamesSample } from "./names-sample.tsx";
import { Reason } from "./reason.tsx";

type PanelCertificateProps = {
  state: Extract<PanelState, "ready" | "revoked" | "expired">;
  certificate: MyCertificate;
  title: string;
};

const looks = {
  ready: { box: "bg-gold-tint", mark: "text-gold-ink", icon: "award" },
  revoked: { box: "border border-danger", mark: "text-danger", icon: "alert" },
  expired: { box: "border border-line-strong", mark: "text-ink", icon: "clock" },
} as const;

/** The certificate that a learner holds for a course, and what can be done with it. */
export function PanelCertificate({ state, certificate, title }: PanelCertificateProps) {
  const { t } = useTranslation("certificate");
  const { serial, recipient, revokedReason } = certificate;
  const ready = state === "ready";
  const look = looks[state];
  return (
    <>
      <div role="status" className={`flex items-start gap-3 rounded-sm px-4 py-3 ${look.box}`}>
        <Icon name={look.icon} className={`mt-1 size-5 flex-none ${look.mark}`} />
        <div className="grid min-w-0 gap-1">
          <p className={`font-semibold ${look.mark}`}>{t(`panel.${state}.title`)}</p>
          <CertificateDates certificate={certificate} />
          {revokedReason ? <Reason>{revokedReason}</Reason> : null}
          {ready ? null : <p>{t(`panel.${state}.todo`)}</p>}
        </div>
      </div>
      {ready ? <NamesSample {...recipient} caption={t("mine.namesNow")} /> : null}
      {state === "revoked" ? (
        <p>
          <Link to={certificateAddress(serial)}>{t("acts.view")}</Link>
        </p>
      ) : (
        <CertificateFiles serial={serial} title={title} />
      )}
    </>
  );
}
