import { configuredOrigin } from "#app/platform/http/public-url.server.ts";
import { academyNames } from "#app/platform/i18n/academy-names.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { typesetApart } from "#app/platform/typeset/typeset-apart.server.ts";
import type { CertificateForm } from "../certificate-forms.ts";
import { issuerDid } from "../credential/issuer-did.ts";
import type { TemplateImages } from "../templates/load-images.server.ts";
import type { TemplateDesign } from "../templates/template-design.ts";
import { certificateOrder } from "./certificate-order.ts";
import { documentData } from "./document-data.ts";
import { type PreviewSubject, sampleSnapshot } from "./sample-snapshot.ts";

/**
 * Draws the certificate of a sample learner as an SVG document of one landscape A4 page, by the same layout as the
 * PDF; all letters are outlines. `images` are those that the design names.
 */
export async function renderPreview({
  design,
  images,
  form,
  subject,
  names = academyNames,
}: {
  design: TemplateDesign;
  images: TemplateImages;
  form: CertificateForm;
  subject: PreviewSubject;
  /** What the academy is called. */
  names?: Record<Locale, string>;
}): Promise<string> {
  const issuer = { did: issuerDid(configuredOrigin), url: configuredOrigin, names };
  const snapshot = sampleSnapshot({ subject, issuer });
  const svg = await typesetApart(
    certificateOrder({
      document: documentData({ snapshot, design, form, images, credential: null }),
      images: [...images].map(([sha256, { bytes }]) => ({ sha256, bytes })),
      to: "svg",
    }),
  );
  return new TextDecoder().decode(svg);
}
