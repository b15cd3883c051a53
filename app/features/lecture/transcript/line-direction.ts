import { directionOf, type Locale } from "#app/platform/i18n/locales.ts";

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u;
const LEFT_TO_RIGHT = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;

/** The direction of a line: that of its transcript's language, unless all its letters are of the other one. */
export function lineDirection(text: string, locale: Locale): "rtl" | "ltr" {
  const own = directionOf(locale);
  const [same, other] = own === "rtl" ? [RIGHT_TO_LEFT, LEFT_TO_RIGHT] : [LEFT_TO_RIGHT, RIGHT_TO_LEFT];
  if (same.test(text) || !other.test(text)) return own;
  return own === "rtl" ? "ltr" : "rtl";
}
