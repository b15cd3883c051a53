import type { ReactNode } from "react";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { CertificateInRegister } from "../../register/find-register.server.ts";
import { writeSerial } from "../../serial.ts";
import { RecipientNames } from "./recipient-names.tsx";
import { StandingTag } from "./standing-tag.tsx";

type RegisterTableProps = {
  certificates: readonly CertificateInRegister[];
  chosen: ReadonlySet<string>;
  onChoose: (serial: string, isChosen: boolean) => void;
};

const cell = "px-3 py-3 text-start align-top";
// On a narrow screen a row is a card: its cells stand beneath one another beside the box that chooses it.
const narrowCell = "max-md:col-start-2 max-md:block max-md:px-0 max-md:py-0.5";

/** Certificates to compare and to choose among; on a phone each is a card, and nothing scrolls sideways. */
export function RegisterTable({ certificates, chosen, onChoose }: RegisterTableProps) {
  const { t } = useTranslation("certificate-admin");
  const heads = ["holder", "for", "issued", "status", "serial"] as const;
  return (
    <table className="w-full border-collapse rounded border border-line bg-surface text-sm max-md:block">
      <caption className="sr-only">{t("rooms.register")}</caption>
      <thead className="max-md:sr-only">
        <tr className="border-line border-b bg-surface-2">
          <th scope="col" className={cell}>
            <span className="sr-only">{t("register.chosen")}</span>
          </th>
          {heads.map((head) => (
            <th key={head} scope="col" className={`${cell} font-semibold`}>
              {t(`register.head.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {certificates.map((certificate) => (
          <Row
            key={certificate.serial}
            certificate={certificate}
            isChosen={chosen.has(certificate.serial)}
            onChoose={onChoose}
          />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = { certificate: CertificateInRegister; isChosen: boolean; onChoose: RegisterTableProps["onChoose"] };

function Row({ certificate, isChosen, onChoose }: RowProps) {
  const { t } = useTranslation("certificate-admin");
  const { locale } = usePageContext().formats;
  const { serial, recipientArabic, recipientLatin, email, titles, kind, status } = certificate;
  return (
    <tr className="border-line border-b last:border-b-0 has-checked:bg-tile-tint max-md:grid max-md:grid-cols-[auto_1fr] max-md:gap-x-2 max-md:p-3">
      <td className="w-11 px-2 py-1 align-top max-md:row-span-5 max-md:p-0">
        <label className="grid size-11 cursor-pointer place-items-center">
          <span className="sr-only">{t("register.choose", { name: recipientLatin ?? recipientArabic ?? serial })}</span>
          <input
            type="checkbox"
            name="serials"
            value={serial}
            className="choice mt-0"
            checked={isChosen}
            onChange={(event) => onChoose(serial, event.target.checked)}
          />
        </label>
      </td>
      <th scope="row" className={`${cell} ${narrowCell} font-semibold`}>
        <Link to={`/admin/certificates/record/${writeSerial(serial)}`} className="inline-block min-h-6">
          <RecipientNames arabic={recipientArabic} latin={recipientLatin} />
        </Link>
        <span className="block font-normal text-ink-2 wrap-anywhere">
          {email ? <bdi dir="ltr">{email}</bdi> : t("register.noAccount")}
        </span>
      </th>
      <td className={`${cell} ${narrowCell} md:min-w-44`}>
        <LocalText value={pickTranslated(titles, locale)} />
        {kind === "programme" ? <span className="block text-ink-2">{t("achievement.programme")}</span> : null}
      </td>
      <td className={`${cell} ${narrowCell} md:min-w-36`}>
        <Dates certificate={certificate} />
      </td>
      <td className={`${cell} ${narrowCell} md:max-w-56`}>
        <StandingTag status={status} />
        <WhyNot certificate={certificate} />
      </td>
      <td className={`${cell} ${narrowCell}`}>
        <bdi dir="ltr" className="whitespace-nowrap font-mono text-xs">
          {writeSerial(serial)}
        </bdi>
      </td>
    </tr>
  );
}

function Dates({ certificate: { issuedAt, expiresAt, cause } }: { certificate: CertificateInRegister }) {
  const { t } = useTranslation("certificate-admin");
  const formats = useFormats();
  return (
    <>
      {formats.date(issuedAt)}
      {cause === "earned" ? null : <Small>{t(`cause.${cause}`)}</Small>}
      {expiresAt ? <Small>{t("register.expires", { date: formats.date(expiresAt) })}</Small> : null}
    </>
  );
}

function WhyNot({ certificate }: { certificate: CertificateInRegister }) {
  const { t } = useTranslation("certificate-admin");
  const formats = useFormats();
  const { revokedAt, revokedReason, supersededBy, signed } = certificate;
  if (revokedAt)
    return (
      <Small>
        {formats.date(revokedAt)}: <bdi>{revokedReason}</bdi>
      </Small>
    );
  if (supersededBy)
    return (
      <Small>
        <Link to={`/admin/certificates/record/${writeSerial(supersededBy)}`}>{t("register.newOne")}</Link>
      </Small>
    );
  return signed ? null : <Small>{t("register.unsigned")}</Small>;
}

const Small = ({ children }: { children: ReactNode }) => (
  <span className="mt-1 block text-ink-2 text-xs">{children}</span>
);
