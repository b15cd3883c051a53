import { Link } from "#app/platform/i18n/link.tsx";
import { isLocale, localeNames } from "#app/platform/i18n/locales.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { FactList, SectionCard } from "#app/ui/section-card.tsx";
import type { CertificateRecord } from "../../issuing/find-certificate-record.server.ts";
import { writeSerial } from "../../serial.ts";
import { Digest } from "./digest.tsx";

/** What proves the certificate: hashes, the key that signed, and the files as they were once made. */
export function Proofs({ record }: { record: CertificateRecord }) {
  const { t } = useTranslation("certificate-admin");
  const formats = useFormats();
  const { snapshotSha256, credentialSha256, signedAt, signedWith, deliveredAt, files } = record;
  const facts = [
    { label: t("record.snapshotHash"), value: <Digest>{snapshotSha256}</Digest> },
    { label: t("record.credentialHash"), value: credentialSha256 && <Digest>{credentialSha256}</Digest> },
    { label: t("record.signed"), value: signedAt ? formats.moment(signedAt) : t("register.unsigned") },
    { label: t("record.key"), value: signedWith && <Digest>{signedWith}</Digest> },
    { label: t("record.delivered"), value: deliveredAt ? formats.moment(deliveredAt) : t("record.notDelivered") },
  ];
  return (
    <SectionCard title={t("record.proofs")}>
      <FactList facts={facts} />
      <h3 className="mt-5 mb-2 font-semibold">{t("record.files")}</h3>
      {files.length === 0 ? (
        <p className="text-ink-2">{t("record.noFiles")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {files.map((file) => (
            <File key={file.form} serial={record.serial} file={file} />
          ))}
        </ul>
      )}
    </SectionCard>
  );
}

function File({ serial, file }: { serial: string; file: CertificateRecord["files"][number] }) {
  const formats = useFormats();
  const { form, bytes, createdAt, sha256 } = file;
  const names = form.split("-").map((locale) => (isLocale(locale) ? localeNames[locale] : locale));
  return (
    <li className="grid gap-0.5 py-2">
      <p className="flex flex-wrap gap-x-4">
        <Link to={`/certificates/${writeSerial(serial)}.pdf?form=${form}`} reloadDocument>
          PDF: <bdi>{names.join(" + ")}</bdi>
        </Link>
        <span className="text-ink-2 text-sm">
          {formats.bytes(bytes)} · {formats.moment(createdAt)}
        </span>
      </p>
      <Digest>{sha256}</Digest>
    </li>
  );
}
