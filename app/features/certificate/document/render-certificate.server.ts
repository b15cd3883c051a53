import { typesetApart } from "#app/platform/typeset/typeset-apart.server.ts";
import type { TemplateImages } from "../templates/load-images.server.ts";
import { certificateOrder } from "./certificate-order.ts";
import type { PageInput } from "./certificate-page.ts";
import { documentData } from "./document-data.ts";

/**
 * Renders a certificate as PDF/A-3a with its `credential` (JSON text) in it: the same bytes for the same input,
 * whenever and wherever. `images` are those that the design names. Throws `documentBusy` (503) where too many wait
 * already.
 */
export async function renderCertificate(
  input: PageInput & { images: TemplateImages; credential: string },
): Promise<Uint8Array<ArrayBuffer>> {
  return typesetApart(
    certificateOrder({
      document: documentData(input),
      images: [...input.images].map(([sha256, { bytes }]) => ({ sha256, bytes })),
      to: "pdf",
    }),
  );
}
