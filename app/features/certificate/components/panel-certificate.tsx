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

/** The certificate that a learner holds for a course, and what can be done with it. */
export function PanelCertificate({ state, certificate, title }: PanelCertificateProps) {
  const { t } = useTranslation("certificate");
  const { serial, recipient, revokedReason } = certificate;
  const ready = state === "ready";
  return (
    <>
      <div
        role="status"
        className={`flex items-start gap-3 rounded-sm px-4 py-3 ${ready ? "bg-gold-tint" : "border border-danger"}`}
      >
        <Icon
          name={ready ? "award" : "alert"}
          className={`mt-1 size-5 flex-none ${ready ? "text-gold-ink" : "text-danger"}`}
        />
        <div className="grid min-w-0 gap-1">
          <p className={`font-semibold ${ready ? "text-gold-ink" : "text-danger"}`}>{t(`panel.${state}.title`)}</p>
          <CertificateDates certificate={certificate} />
          {revokedReason ? <Reason>{revokedReason}</Reason> : null}
          {ready ? null : <p>{t(`panel.${state}.todo`)}</p>}
        </div>
      </div>
      {ready ? <NamesSample {...recipient} /> : null}
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
