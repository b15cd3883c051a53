import { useQuietRefresh } from "#app/platform/browser/use-quiet-refresh.ts";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { PageHead } from "#app/platform/i18n/page-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Notice } from "#app/ui/notice.tsx";
import { certificateAddress } from "../../certificate-address.ts";
import type { PublicCertificate } from "../../issuing/find-public-certificate.server.ts";
import { writeSerial } from "../../serial.ts";
import { CertificateDownloads } from "./certificate-downloads.tsx";
import { CertificateSheet } from "./certificate-sheet.tsx";
import { CertificateStatus } from "./certificate-status.tsx";
import { CheckWithoutUs } from "./check-without-us.tsx";
import { HiddenNames } from "./hidden-names.tsx";
import { ProofMarks } from "./proof-marks.tsx";

type CertificatePageProps = { certificate: PublicCertificate; asked: string; origin: string };

/** The public page of a certificate. `asked` is when the register was asked, `origin` the academy's public address. */
export function CertificatePage({ certificate, asked, origin }: CertificatePageProps) {
  const { t } = useTranslation("verify");
  const { snapshot, hidden, signed, withdrawn } = certificate;
  const { serial } = certificate;
  useQuietRefresh(!signed && !withdrawn);
  return (
    <div className="grid gap-8 print:gap-5">
      <CertificateHead certificate={certificate} origin={origin} />
      <CertificateStatus certificate={certificate} />
      {snapshot && hidden ? (
        <div className="no-print">
          <Notice kind="info">{t("hidden.own")}</Notice>
        </div>
      ) : null}
      {snapshot ? (
        <CertificateSheet
          status={certificate.status}
          snapshot={snapshot}
          address={`${origin}${certificateAddress(serial)}`}
        />
      ) : (
        <HiddenNames serial={serial} withdrawn={withdrawn} />
      )}
      {withdrawn ? null : <ProofMarks certificate={certificate} asked={asked} />}
      {snapshot && signed ? <CertificateDownloads serial={serial} /> : null}
      {snapshot ? <CheckWithoutUs serial={serial} did={snapshot.issuer.did} /> : null}
    </div>
  );
}

/** What the page says of itself where it is shared. Search engines are kept out, and told no name that is hidden. */
function CertificateHead({ certificate, origin }: Omit<CertificatePageProps, "asked">) {
  const { t } = useTranslation("verify");
  const { locale } = usePageContext().formats;
  const serial = writeSerial(certificate.serial);
  const snapshot = certificate.hidden ? null : certificate.snapshot;
  const title = snapshot ? pickTranslated(snapshot.achievement.titles, locale).text : t("page.title", { serial });
  const { arabic, latin } = snapshot?.recipient ?? { arabic: null, latin: null };
  const name = (locale === "ar" || locale === "ur" ? (arabic ?? latin) : (latin ?? arabic)) ?? "";
  const academy = t("ui:name");
  return (
    <PageHead
      title={title}
      description={snapshot ? t("page.describe", { title, name, academy }) : t("page.describeHidden", { academy })}
      origin={origin}
      path={certificateAddress(certificate.serial)}
      type="article"
      unlisted
    />
  );
}
