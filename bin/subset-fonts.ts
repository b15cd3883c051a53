// Writes app/fonts/*.woff2: the letters that the academy's seven languages need, out of fonts under the SIL Open Font
// License. Run it again when a font's version or a letter changes: node bin/subset-fonts.ts
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import subsetFont from "subset-font";

const range = (from: number, to: number) =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index));

const arabicPunctuation = ` !"%&'()*+,-./0123456789:;<=>?[]|«»‹›“”‘’·–—…×\u00a0،؛؟٪٫٬`;
const arabicLetters = `${range(0x621, 0x63a)}${range(0x640, 0x652)}\u0670ٱ${range(0x660, 0x669)}`;
// Persian and Urdu letters, digits and full stop, and the hamzas and maddas that stand alone.
const neighbours = `پچژگکیٹڈڑںھہۂۃےۓ۔${range(0x6f0, 0x6f9)}${range(0x653, 0x657)}`;
const quranic = `${range(0x6d6, 0x6ed)}${range(0x610, 0x615)}${range(0x8f0, 0x8f3)}ﷺﷻﷲ﴾﴿`;
// Joiners and isolates shape nothing by themselves, but a font without them would be left for another one.
const controls = `\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069`;

const latin = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}œŒ–—‘’‚“”„•…‹›€™`;
// Turkish, and the letters of scholarly transliteration from Arabic, Hebrew, Turkish and Persian.
const latinMore = "ĞğİıŞşĀāĪīŪūĒēŌōḤḥṢṣḌḍṬṭẒẓḎḏḪḫṮṯĠġŠšŽžČčǦǧʿʾʼ";

const urdu = `ءآأؤئابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہۂۃھیےۓۀة۔ؑؐؒؓؔ${range(0x64b, 0x652)}\u0654\u0670${range(0x6f0, 0x6f9)}`;

type Cut = { to: string; from: string; text: string; features?: string[] };

const arabicFeatures = ["init", "medi", "fina", "isol", "rlig", "liga", "calt", "ccmp", "locl", "mark", "mkmk", "kern"];
const latinFeatures = ["kern", "liga", "ccmp", "locl", "mark", "mkmk"];

const amiri = (weight: string) => `@expo-google-fonts/amiri/${weight}/Amiri_${weight}.ttf`;
const source = (family: string, script: string, weight: number) =>
  `@fontsource/${family}/files/${family}-${script}-${weight}-normal.woff2`;

const cuts: Cut[] = [
  ...(
    [
      ["400", "400Regular"],
      ["700", "700Bold"],
    ] as const
  ).flatMap(([weight, name]): Cut[] => [
    {
      to: `amiri-${weight}`,
      from: amiri(name),
      text: arabicPunctuation + arabicLetters + controls,
      features: arabicFeatures,
    },
    {
      to: `amiri-all-${weight}`,
      from: amiri(name),
      text: arabicPunctuation + arabicLetters + neighbours + quranic + controls,
      features: arabicFeatures,
    },
  ]),
  ...[400, 600].flatMap((weight): Cut[] => [
    {
      to: `plex-arabic-${weight}`,
      from: source("ibm-plex-sans-arabic", "arabic", weight),
      text: arabicPunctuation + arabicLetters + neighbours + controls,
      features: arabicFeatures,
    },
    { to: `plex-${weight}`, from: source("ibm-plex-sans", "latin", weight), text: latin, features: latinFeatures },
    {
      to: `plex-more-${weight}`,
      from: source("ibm-plex-sans", "latin-ext", weight),
      text: latinMore,
      features: latinFeatures,
    },
    { to: `serif-${weight}`, from: source("source-serif-4", "latin", weight), text: latin, features: latinFeatures },
    {
      to: `serif-more-${weight}`,
      from: source("source-serif-4", "latin-ext", weight),
      text: latinMore,
      features: latinFeatures,
    },
  ]),
  {
    to: "nastaliq-400",
    from: "@expo-google-fonts/noto-nastaliq-urdu/400Regular/NotoNastaliqUrdu_400Regular.ttf",
    text: arabicPunctuation + urdu + controls,
  },
];

mkdirSync("app/fonts", { recursive: true });
for (const { to, from, text, features } of cuts) {
  const font = readFileSync(`node_modules/${from}`);
  const cut = await subsetFont(font, text, { targetFormat: "woff2", noHinting: true, keepFeatures: features });
  writeFileSync(`app/fonts/${to}.woff2`, cut);
  console.log(`${to}.woff2`, cut.length);
}
