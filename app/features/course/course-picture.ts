import { directionOf, type Locale } from "#app/platform/i18n/locales.ts";
import { escapeXml } from "#app/platform/xml/escape-xml.ts";
import { coverDrawing } from "./cover-drawing.ts";

const PICTURE = { width: 1200, height: 630 };

/** Room for the title: how wide, and how many lines. */
const TITLE_WIDTH = 560;
const LINES = 4;

/** By script: the font, its size, how far apart lines stand, and how wide a letter is on the whole, as shares of the size. */
const faces = {
  arabic: { family: "Amiri", weight: 700, size: 66, leading: 1.42, letter: 0.4 },
  latin: { family: "Amiri", weight: 700, size: 62, leading: 1.22, letter: 0.46 },
  nastaliq: { family: "Noto Nastaliq Urdu", weight: 700, size: 46, leading: 2.1, letter: 0.36 },
};

function faceOf(locale: Locale) {
  if (locale === "ur") return faces.nastaliq;
  return directionOf(locale) === "rtl" ? faces.arabic : faces.latin;
}

function fill(words: string[], room: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A title in lines of about the same length, as many as `letters` on a line demand; what does not fit ends in an ellipsis. */
export function breakTitle(title: string, letters: number): string[] {
  const words = title.split(/\s+/).filter(Boolean);
  const lines = fill(words, letters);
  if (lines.length > LINES) return [...lines.slice(0, LINES - 1), `${lines[LINES - 1]}…`];
  let best = lines;
  for (let room = letters - 1; room > 0; room -= 1) {
    const narrower = fill(words, room);
    if (narrower.length > lines.length) break;
    best = narrower;
  }
  return best;
}

type Title = { title: string; locale: Locale };

/** The title alone, as SVG text that ends or begins at x = 0. `scale` shrinks what turned out too wide. */
export function titleText({ title, locale }: Title, scale = 1): { svg: string; height: number } {
  const face = faceOf(locale);
  const lines = breakTitle(title, Math.floor(TITLE_WIDTH / (face.size * face.letter)));
  const rtl = directionOf(locale) === "rtl";
  const size = face.size * scale;
  const spans = lines.map((line, index) => {
    // The renderer takes every line as left-to-right unless its first letter is said to be otherwise.
    const marked = rtl ? `\u200f${line}\u200f` : line;
    return `<tspan x="0" y="${((index + 1) * size * face.leading).toFixed(1)}">${escapeXml(marked)}</tspan>`;
  });
  return {
    svg: `<text font-family="${face.family}" font-weight="${face.weight}" font-size="${size.toFixed(1)}" fill="#22201b" text-anchor="${rtl ? "end" : "start"}">${spans.join("")}</text>`,
    height: lines.length * size * face.leading,
  };
}

/** How much a title of that width must shrink to fit. */
export function titleScale(width: number): number {
  return width > TITLE_WIDTH ? TITLE_WIDTH / width : 1;
}

const girih =
  '<pattern id="girih" width="80" height="80" patternUnits="userSpaceOnUse"><g fill="none" stroke="#0f5d6c" stroke-width="1.2" transform="translate(40 40)"><rect x="-20" y="-20" width="40" height="40"/><rect x="-20" y="-20" width="40" height="40" transform="rotate(45)"/><path d="M0-40V-28.3M0 40V28.3M-40 0H-28.3M40 0H28.3M-40-40-20-20M40-40 20-20M-40 40-20 20M40 40 20 20"/><circle r="8"/></g></pattern>';

function drawnCover(seed: string): string {
  const { ground, line, accent, stars, rays } = coverDrawing(seed);
  const outlines = stars.map((path) => `<path d="${path}" fill="${ground}" stroke-width="1.5"/>`).join("");
  return `<rect width="320" height="160" fill="${ground}"/><g transform="translate(160 80)" fill="none" stroke="${line}"><path d="${rays}" stroke-opacity="0.25"/>${outlines}<circle r="9" fill="${accent}" stroke="none"/></g>`;
}

/**
 * The picture of a course for where its page is shared, as SVG: title and academy on the side where the language
 * begins, cover on the other. `cover` is a data URL.
 */
export function drawPicture({
  slug,
  title,
  locale,
  scale,
  academy,
  academyLocale,
  cover,
}: Title & { slug: string; scale: number; academy: string; academyLocale: Locale; cover: string | undefined }): string {
  const rtl = directionOf(locale) === "rtl";
  const { width, height } = PICTURE;
  const text = titleText({ title, locale }, scale);
  const edge = rtl ? width - 72 : 72;
  const field = rtl ? 0 : width - 520;
  const mark = directionOf(academyLocale) === "rtl" ? faces.arabic : faces.latin;
  const beside = rtl ? edge - 84 : edge + 84;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<defs>${girih}<clipPath id="corner"><rect width="440" height="220" rx="14"/></clipPath></defs>
<rect width="${width}" height="${height}" fill="#fbf8f1"/>
<rect x="${field}" width="520" height="${height}" fill="#f4eee2"/><rect x="${field}" width="520" height="${height}" fill="url(#girih)" opacity="0.22"/>
<g transform="translate(${field + 40} 205)"><rect x="-1" y="-1" width="442" height="222" rx="15" fill="#ffffff" stroke="#e3d9c6" stroke-width="2"/><g clip-path="url(#corner)">${
    cover
      ? `<image href="${cover}" width="440" height="220" preserveAspectRatio="xMidYMid slice"/>`
      : `<g transform="scale(1.375)">${drawnCover(slug)}</g>`
  }</g></g>
<g transform="translate(${edge} ${Math.max(40, (height - 110 - text.height) / 2).toFixed(1)})">${text.svg}</g>
<g transform="translate(${rtl ? edge - 30 : edge + 30} ${height - 80}) scale(2.6)" fill="none" stroke="#0a4652" stroke-width="1.6"><rect x="-7.5" y="-7.5" width="15" height="15"/><rect x="-7.5" y="-7.5" width="15" height="15" transform="rotate(45)"/><circle r="2.6" fill="#0a4652" stroke="none"/></g>
<text x="${beside}" y="${height - 66}" font-family="${mark.family}" font-weight="700" font-size="42" fill="#0a4652" text-anchor="${rtl ? "end" : "start"}">${escapeXml(academy)}</text>
</svg>`;
}
