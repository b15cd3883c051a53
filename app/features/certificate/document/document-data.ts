import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { drawQrCode } from "#app/platform/typeset/draw-qr-code.ts";
import { imagesOf, type TemplateImages } from "../templates/load-images.server.ts";
import { certificatePage, localesOf, type PageInput, verifyAddress } from "./certificate-page.ts";
import { detailsPage, documentTitle } from "./details-page.ts";
import { wholeCodeOf } from "./whole-code.ts";

const imageFormats: Record<string, "png" | "jpg"> = { "image/png": "png", "image/jpeg": "jpg" };

/** The kinds of a design's images as the layout takes them. Throws where one is missing or of another kind. */
function formatsOf({ design }: PageInput, images: TemplateImages) {
  return Object.fromEntries(
    imagesOf(design).map((sha256) => {
      const format = imageFormats[images.get(sha256)?.contentType ?? ""];
      if (!format) throw new Error(`The image ${sha256} of a certificate's template is missing or of no known kind`);
      return [sha256, format];
    }),
  );
}

function dateParts(time: string) {
  const date = new Date(time);
  return {
    ...{ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() },
    ...{ hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds() },
  };
}

/**
 * All that the layout is given. `credential` is the JSON text of the signed one, byte for byte. Without a credential there is no second page and nothing is attached: so a preview.
 */
export function documentData(input: PageInput & { images: TemplateImages; credential: string | null }) {
  const { snapshot, form, images, credential } = input;
  const [locale = "ar"] = localesOf(form);
  const wholeCode = credential === null ? null : wholeCodeOf({ snapshot, credential });
  const link = verifyAddress(snapshot);
  return {
    ...certificatePage(input),
    lang: locale,
    title: documentTitle(input),
    author: pickTranslated(snapshot.issuer.names, locale).text,
    date: dateParts(snapshot.issuedAt),
    images: formatsOf(input, images),
    link,
    code: drawQrCode(link),
    /** The pages to make; all of them where nothing is said. */
    only: null as "certificate" | "details" | null,
    details: credential !== null ? detailsPage(input, { wholeCode: wholeCode !== null }) : [],
    /** What the large code holds; it is painted where the document is set. */
    wholeCode,
    credential,
  };
}

export type DocumentData = ReturnType<typeof documentData>;
