// Writes app/fonts/*.woff2: the letters that the academy's seven languages need, out of fonts under the SIL Open Font
// License. Run it again when a font's version or a letter changes: node bin/subset-fonts.ts
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { arabicShaper, type Cut, cutFont } from "./font-cutter.ts";

const range = (from: number, to: number) =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index));

const ZWJ = "\u200d";
const arabicPunctuation = ` !"%&'()*+,-./0123456789:;<=>?[]|«»‹›“”‘’·–—…×\u00a0،؛؟٪٫٬`;
const letters = `${range(0x621, 0x63a)}${range(0x641, 0x64a)}ٱ`;
const marks = `${range(0x64b, 0x652)}\u0670`;
const arabic = `${letters}${marks}ـ${range(0x660, 0x669)}`;
// Persian and Urdu letters, digits and full stop, and the hamzas and maddas that stand alone.
const neighbours = `پچژگکیٹڈڑںھہۂۃےۓ۔${range(0x6f0, 0x6f9)}${range(0x653, 0x657)}`;
const quranic = `${range(0x6d6, 0x6ed)}${range(0x610, 0x615)}${range(0x8f0, 0x8f3)}ﷺﷻﷲ﴾﴿`;
// Joiners and isolates shape nothing by themselves, but a font without them would be left for another one.
const controls = "\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069";
const urdu = `ءآأؤئابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہۂۃھیےۓۀة۔ؑؐؒؓؔ${range(0x64b, 0x652)}\u0654\u0670${range(0x6f0, 0x6f9)}`;

const latin = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}œŒ–—‘’‚“”„•…‹›€™`;
// Turkish, and the letters of scholarly transliteration from Arabic, Hebrew, Turkish and Persian.
const latinMore = "ĞğİıŞşĀāĪīŪūĒēŌōḤḥṢṣḌḍṬṭẒẓḎḏḪḫṮṯĠġŠšŽžČčǦǧʿʾʼ";

const arabicFeatures = ["init", "medi", "fina", "isol", "rlig", "liga", "calt", "ccmp", "locl", "mark", "mkmk", "kern"];
const latinFeatures = ["kern", "liga", "ccmp", "locl", "mark", "mkmk"];

/**
 * The glyphs of plain Arabic: each letter in its four forms, lam with alef, the name of God, and every pair of marks.
 * Amiri has more than a thousand others for letters that lean on each other; without them it is a clear book hand at
 * less than half the size.
 */
function plainArabicGlyphs(font: Uint8Array): Set<number> {
  const shape = arabicShaper(font);
  const glyphs = new Set<number>();
  const keep = (text: string) => {
    for (const glyph of shape(text)) glyphs.add(glyph);
  };
  for (const letter of letters) {
    for (const text of [letter, letter + ZWJ, ZWJ + letter, ZWJ + letter + ZWJ]) keep(text);
  }
  for (const mark of marks) {
    for (const other of marks) {
      keep(`ب${mark}${other}`);
      keep(`ـ${mark}${other}`);
    }
  }
  for (const alef of "اأإآٱ") {
    for (const mark of ["", ...marks]) {
      for (const before of ["", ZWJ, "ب"]) keep(`${before}ل${mark}${alef}`);
    }
  }
  for (const name of ["الله", "لله", "اللَّه", "اللّٰه", "ٱللَّه", "للَّهِ"]) keep(name);
  for (const character of `${arabicPunctuation}${range(0x660, 0x669)}${controls}ـ`) keep(character);
  return glyphs;
}

const read = (path: string) => new Uint8Array(readFileSync(`node_modules/${path}`));
const amiri = (style: string) => read(`@expo-google-fonts/amiri/${style}/Amiri_${style}.ttf`);
const fontsource = (family: string, script: string, weight: number) =>
  read(`@fontsource/${family}/files/${family}-${script}-${weight}-normal.woff2`);

function amiriCuts(weight: number, font: Uint8Array): [string, Cut][] {
  const plain = arabicPunctuation + arabic + controls;
  const all = plain + neighbours + quranic;
  return [
    [`amiri-${weight}`, { font, text: plain, features: arabicFeatures, glyphs: plainArabicGlyphs(font) }],
    [`amiri-all-${weight}`, { font, text: all, features: arabicFeatures }],
  ];
}

function sansAndSerifCuts(weight: number, style: string): [string, Cut][] {
  const plexArabic = read(`@expo-google-fonts/ibm-plex-sans-arabic/${style}/IBMPlexSansArabic_${style}.ttf`);
  const cut = (family: string, script: string, text: string): Cut => ({
    font: fontsource(family, script, weight),
    text,
    features: latinFeatures,
  });
  const plain = arabicPunctuation + arabic + controls;
  return [
    [`plex-arabic-${weight}`, { font: plexArabic, text: plain, features: arabicFeatures }],
    [`plex-arabic-all-${weight}`, { font: plexArabic, text: plain + neighbours, features: arabicFeatures }],
    [`plex-${weight}`, cut("ibm-plex-sans", "latin", latin)],
    [`plex-more-${weight}`, cut("ibm-plex-sans", "latin-ext", latinMore)],
    [`serif-${weight}`, cut("source-serif-4", "latin", latin)],
    [`serif-more-${weight}`, cut("source-serif-4", "latin-ext", latinMore)],
  ];
}

const nastaliq = read("@expo-google-fonts/noto-nastaliq-urdu/400Regular/NotoNastaliqUrdu_400Regular.ttf");

const cuts: [string, Cut][] = [
  ...amiriCuts(400, amiri("400Regular")),
  ...amiriCuts(700, amiri("700Bold")),
  ...sansAndSerifCuts(400, "400Regular"),
  ...sansAndSerifCuts(600, "600SemiBold"),
  ["nastaliq-400", { font: nastaliq, text: arabicPunctuation + urdu + controls }],
];

mkdirSync("app/fonts", { recursive: true });
for (const [name, cut] of cuts) {
  const file = await cutFont(cut);
  writeFileSync(`app/fonts/${name}.woff2`, file);
  process.stdout.write(`${name}.woff2 ${file.length}\n`);
}
