import type { TypesetOrder } from "#app/platform/typeset/typeset.ts";
import type { DocumentData } from "./document-data.ts";

/** What is set in type for a certificate. The large code is painted where the document is set. */
export function certificateOrder({
  document: { wholeCode, ...data },
  images,
  to,
}: Pick<TypesetOrder, "images" | "to"> & { document: DocumentData }): TypesetOrder {
  return { layout: "features/certificate/document/layout/certificate.typ", data, images, codes: { wholeCode }, to };
}
