import { fillWords } from "../../fill-words.ts";
import type { RenderContext } from "../../render-context.ts";

/** Years of the common era in words of the text's language: «135–324 CE», «586 BCE – 70 CE», «1917 CE –». */
export function yearsText(
  { from, to }: { from: string | null; to: string | null },
  { words, years }: Pick<RenderContext, "words" | "years">,
): string {
  const said = (year: number, written = years.format(Math.abs(year))) =>
    fillWords(year < 0 ? words.eras.bce : words.eras.ce, { year: written });
  const [first, last] = [from, to].map((year) => (year === null ? null : Number(year)));
  if (first == null || last == null) {
    const only = first ?? last ?? 0;
    return first == null ? `– ${said(only)}` : `${said(only)} –`;
  }
  if (first === last) return said(first);
  if (first < 0 !== last < 0) return `${said(first)} – ${said(last)}`;
  return said(first, [first, last].map((year) => years.format(Math.abs(year))).join("–"));
}
