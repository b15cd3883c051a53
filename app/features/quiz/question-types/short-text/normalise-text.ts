/** What an author may insist on; everything else that writers do differently is taken as the same. */
export const textRules = ["marks", "letters", "case", "accents", "punctuation"] as const;
export type TextRule = (typeof textRules)[number];

const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c\u00adـ]/g;
const EASTERN_DIGITS = /[٠-٩۰-۹]/g;
const TASHKIL = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]/g;
const LATIN_MARKS = /[\u0300-\u036f\u1dc0-\u1dff]/g;
/** Hamza and ayn as transliteration writes them, and apostrophes. */
const RAISED = /[ʾʿʼʻʹ'’‘`´]/g;

/** Letters that look the same and differ only by keyboard. */
const twins: Record<string, string> = { ی: "ي", ک: "ك" };

/** Letters that writers of Arabic, Persian and Urdu put for each other. */
const letters: Record<string, string> = {
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  ة: "ه",
  ۃ: "ه",
  ہ: "ه",
  ھ: "ه",
  ە: "ه",
  ۀ: "ه",
  ۂ: "ه",
  ى: "ي",
  ئ: "ي",
  ے: "ي",
  ۓ: "ي",
  ؤ: "و",
  ء: "",
};

const latin: Record<string, string> = { ı: "i", ø: "o", ł: "l", đ: "d", ð: "d", æ: "ae", œ: "oe", ß: "ss", þ: "th" };

const replaceBy = (text: string, table: Record<string, string>) =>
  text.replace(/./gsu, (letter) => table[letter] ?? letter);

/**
 * A text as it is compared: two that people would call the same come out equal. `strict` names what an author insists
 * on. Spaces at the ends stay where `atEnds` is "keep".
 */
export function normaliseText(
  text: string,
  strict: readonly TextRule[] = [],
  atEnds: "trim" | "keep" = "trim",
): string {
  const lenient = (rule: TextRule) => !strict.includes(rule);
  let same = text.normalize("NFKC").replace(INVISIBLE, "");
  same = same.replace(EASTERN_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf));
  same = replaceBy(same, twins);
  if (lenient("letters")) same = replaceBy(same, letters);
  if (lenient("marks")) same = same.replace(TASHKIL, "");
  if (lenient("case")) same = same.toLowerCase();
  if (lenient("accents")) same = replaceBy(same.normalize("NFD").replace(LATIN_MARKS, ""), latin).normalize("NFC");
  if (lenient("punctuation")) same = same.replace(RAISED, "").replace(/\p{P}/gu, " ");
  same = same.replace(/\s+/g, " ");
  return atEnds === "trim" ? same.trim() : same;
}
