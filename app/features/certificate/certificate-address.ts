import type { CertificateForm } from "./certificate-forms.ts";
import { writeSerial } from "./serial.ts";

/** The public page of a certificate. */
export function certificateAddress(serial: string): string {
  return `/certificates/${writeSerial(serial)}`;
}

/** Its PDF in one of its forms: to be looked at and printed, or as a file to keep. */
export function pdfAddress(serial: string, { form, download = false }: { form: CertificateForm; download?: boolean }) {
  return `${certificateAddress(serial)}.pdf?form=${form}${download ? "&download" : ""}`;
}

/** Its signed credential, an Open Badges 3.0 file. */
export function credentialAddress(serial: string): string {
  return `${certificateAddress(serial)}/credential.json`;
}
