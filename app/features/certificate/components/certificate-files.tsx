import { Link } from "#app/platform/i18n/link.tsx";
import { localeNames } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { certificateAddress, credentialAddress, pdfAddress } from "../certificate-address.ts";
import { certificateForms } from "../certificate-forms.ts";
import { writeSerial } from "../serial.ts";
import { ShareLink } from "./share-link.tsx";

type CertificateFilesProps = {
  serial: string;
  /** What a link to it is shared as. */
  title: string;
  className?: string;
};

const quiet = buttonClass({ kind: "quiet", size: "s" });

/** All that a holder can take of a certificate: PDFs, its page, a link to it, and the file for a wallet. */
export function CertificateFiles({ serial, title, className }: CertificateFilesProps) {
  const { t } = useTranslation("certificate");
  return (
    <div className={className}>
      <div className="flex flex-wrap items-center gap-2">
        <a href={pdfAddress(serial, { form: "ar-en", download: true })} className={buttonClass({ size: "s" })}>
          <Icon name="download" className="size-4 flex-none" />
          {t("acts.download")}
        </a>
        <Link to={certificateAddress(serial)} className={quiet}>
          <Icon name="globe" className="size-4 flex-none" />
          {t("acts.view")}
        </Link>
        <a href={pdfAddress(serial, { form: "ar-en" })} className={quiet}>
          <Icon name="print" className="size-4 flex-none" />
          {t("acts.print")}
        </a>
        <ShareLink path={certificateAddress(serial)} title={title} />
      </div>
      <Disclosure summary={t("acts.more")} className="mt-2">
        <Forms serial={serial} />
        <Wallet serial={serial} />
      </Disclosure>
    </div>
  );
}

function Forms({ serial }: { serial: string }) {
  const { t } = useTranslation("certificate");
  return (
    <>
      <p className="font-semibold">{t("acts.forms")}</p>
      <ul className="flex flex-wrap gap-x-5">
        {certificateForms.map((form) => (
          <li key={form}>
            <a
              href={pdfAddress(serial, { form, download: true })}
              className="inline-flex min-h-11 items-center"
              {...(form === "ar-en" ? {} : { lang: form })}
            >
              {form === "ar-en" ? t("acts.both") : <bdi className="menu-language">{localeNames[form]}</bdi>}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Wallet({ serial }: { serial: string }) {
  const { t } = useTranslation("certificate");
  return (
    <div className="mt-3 grid justify-items-start gap-1">
      <p className="font-semibold">{t("acts.wallet")}</p>
      <p className="text-ink-2 text-sm">{t("acts.walletHow")}</p>
      <a
        href={credentialAddress(serial)}
        download={`maqdis-${writeSerial(serial)}.json`}
        className="inline-flex min-h-11 items-center gap-2"
      >
        <Icon name="download" className="size-4 flex-none" />
        {t("acts.walletFile")}
      </a>
    </div>
  );
}
