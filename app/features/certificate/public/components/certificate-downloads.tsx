import { Link } from "#app/platform/i18n/link.tsx";
import { localeNames } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { credentialAddress, pdfAddress } from "../../certificate-address.ts";
import { certificateForms } from "../../certificate-forms.ts";
import { writeSerial } from "../../serial.ts";

/** The certificate as files for whoever reads its page. */
export function CertificateDownloads({ serial }: { serial: string }) {
  const { t } = useTranslation("verify");
  const file = writeSerial(serial);
  return (
    <section aria-labelledby="downloads" className="no-print grid gap-4">
      <h2 id="downloads" className="font-bold font-read text-2xl">
        {t("download.title")}
      </h2>
      <div className="flex flex-wrap gap-3">
        <a href={pdfAddress(serial, { form: "ar-en", download: true })} className={buttonClass()}>
          <Icon name="download" className="size-5 flex-none" />
          {t("download.pdf")}
        </a>
        <a href={credentialAddress(serial)} download={`maqdis-${file}.json`} className={buttonClass({ kind: "quiet" })}>
          {t("download.wallet")}
        </a>
      </div>
      <Disclosure summary={t("download.others")}>
        <ul className="flex flex-wrap gap-x-6">
          {certificateForms.map((form) =>
            form === "ar-en" ? null : (
              <li key={form}>
                <a
                  href={pdfAddress(serial, { form, download: true })}
                  lang={form}
                  className="menu-language inline-flex min-h-11 items-center"
                >
                  {localeNames[form]}
                </a>
              </li>
            ),
          )}
        </ul>
      </Disclosure>
      <p>
        <Link to="/verify" className="inline-flex min-h-11 items-center">
          {t("download.file")}
        </Link>
      </p>
    </section>
  );
}
