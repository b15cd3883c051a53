// Letters of the scripts that run from right to left (Unicode bidirectional classes R and AL).
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Imperial_Aramaic}\p{Script=Nabataean}\p{Script=Phoenician}]/u;

/** The direction that a browser's dir="auto" would find: that of the first letter. */
export function firstStrongDirection(text: string): "ltr" | "rtl" {
  const [letter = ""] = /\p{L}/u.exec(text) ?? [];
  return RIGHT_TO_LEFT.test(letter) ? "rtl" : "ltr";
}
