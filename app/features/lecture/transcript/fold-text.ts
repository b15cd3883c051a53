/** A text as it is searched: folded, and for each of its letters where that begins in the text itself. */
export type FoldedText = { folded: string; starts: number[] };

// The same letters as `normalise_search` in the database folds and drops, so that searching is one thing everywhere.
const DROPPED =
  /[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0640\u0674\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08ca-\u08ff\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff'`´‘’\u02bb-\u02bf\u0621]/gu;

const KIN: [letters: string, standFor: string][] = [
  ["ٱٲٳ", "ا"],
  ["ىیېےۍ", "ي"],
  ["ةہھەۃ", "ه"],
  ["کڪگڭڬ", "ك"],
  ["پ", "ب"],
  ["چ", "ج"],
  ["ژ", "ز"],
  ["ڤ", "ف"],
  ["ٹ", "ت"],
  ["ڈ", "د"],
  ["ڑ", "ر"],
  ["ں", "ن"],
  ["ı", "i"],
  ["ø", "o"],
  ["ł", "l"],
  ["đð", "d"],
  ["ħ", "h"],
  ["ŧþ", "t"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["ß", "ss"],
];

const folds = new Map<string, string>([
  ...KIN.flatMap(([letters, standFor]) => [...letters].map((letter) => [letter, standFor] as const)),
  ...[..."٠١٢٣٤٥٦٧٨٩"].map((digit, value) => [digit, String(value)] as const),
  ...[..."۰۱۲۳۴۵۶۷۸۹"].map((digit, value) => [digit, String(value)] as const),
]);

const LETTER = /[\p{Letter}\p{Number}]/u;

function foldOne(character: string): string {
  const bare = character.normalize("NFKD").replace(DROPPED, "").toLowerCase().replace(DROPPED, "");
  return Array.from(bare, (letter) => folds.get(letter) ?? (LETTER.test(letter) ? letter : " ")).join("");
}

/** Folds a text: marks, tatweel and the kinds of alef, yeh, heh and digits make no difference, nor do case and accents. */
export function foldText(text: string): FoldedText {
  let folded = "";
  const starts: number[] = [];
  let at = 0;
  for (const character of text) {
    for (const letter of foldOne(character)) {
      // One space between words, however much stands there.
      if (letter === " " && (folded === "" || folded.endsWith(" "))) continue;
      folded += letter;
      for (let unit = 0; unit < letter.length; unit += 1) starts.push(at);
    }
    at += character.length;
  }
  starts.push(text.length);
  return { folded, starts };
}
