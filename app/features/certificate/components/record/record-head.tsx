import { Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { Icon } from "#app/ui/icon.tsx";
import type { CertificateRecord } from "../../issuing/find-certificate-record.server.ts";
import { writeSerial } from "../../serial.ts";
import { StandingTag } from "../register/standing-tag.tsx";

type RecordProps = { record: CertificateRecord };

/** The serial of a certificate, whether it holds and since when not, and whose it is. */
export function RecordHead({ record }: RecordProps) {
  const { t } = useTranslation("certificate-admin");
  const formats = useFormats();
  const { serial, status, since, revokedReason, supersededBy, endedEarly, holder, namesHidden } = record;
  return (
    <div className="grid gap-1.5 text-base">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <bdi dir="ltr" className="font-mono text-ink">
          {writeSerial(serial)}
        </bdi>
        <StandingTag status={status} />
        {since ? <span>{t("record.since", { moment: formats.moment(since) })}</span> : null}
      </p>
      {revokedReason ? (
        <p>
          {t("acts.reason")}: <bdi>{revokedReason}</bdi>
        </p>
      ) : null}
      {endedEarly ? <p>{t("record.endedEarly")}</p> : null}
      {supersededBy ? (
        <p>
          <Link to={`/admin/certificates/record/${writeSerial(supersededBy)}`}>{t("register.newOne")}</Link>
        </p>
      ) : null}
      <p>
        {holder ? (
          <>
            {t("record.account")} <bdi>{holder.name}</bdi>,{" "}
            <bdi dir="ltr" className="wrap-anywhere">
              {holder.email}
            </bdi>
          </>
        ) : (
          t("register.noAccount")
        )}
      </p>
      {namesHidden ? <p>{t("record.namesHidden")}</p> : null}
    </div>
  );
}

/** The ways to what others see of a certificate. */
export function RecordLinks({ record: { serial, signedAt } }: RecordProps) {
  const { t } = useTranslation("certificate-admin");
  const address = `/certificates/${writeSerial(serial)}`;
  const look = buttonClass({ kind: "quiet", size: "s" });
  return (
    <>
      <Link to={address} reloadDocument className={look}>
        <Icon name="eye" /> {t("record.public")}
      </Link>
      {signedAt ? (
        <>
          <Link to={`${address}.pdf`} reloadDocument className={look}>
            <Icon name="certificate" /> PDF
          </Link>
          <Link to={`${address}/credential.json`} reloadDocument className={look}>
            <Icon name="download" /> {t("record.credential")}
          </Link>
        </>
      ) : null}
    </>
  );
}
