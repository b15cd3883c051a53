import { hijriYears } from "./years.ts";

type Words = {
  t: (key: string, values?: Record<string, unknown>) => string;
  /** Digits as the reader wants them, without marks for thousands. */
  digits: (year: number) => string;
};

/** A year of the common era in words: «692 CE», «37 BCE». */
export function commonYear(year: number, { t, digits }: Words): string {
  return year < 0
    ? t("quiz:view.beforeCommonEra", { year: digits(-year) })
    : t("quiz:view.commonEra", { year: digits(year) });
}

/** The Hijri years that it touches, or nothing before the Hijra. */
export function hijriYear(year: number, { t, digits }: Words): string | null {
  const years = hijriYears(year);
  if (!years) return null;
  const span = years.first === years.last ? digits(years.first) : `${digits(years.first)}–${digits(years.last)}`;
  return t("quiz:view.hijriEra", { year: span });
}

/** A year as the question shows years. */
export function yearIn(calendar: "gregorian" | "hijri" | "both", year: number, words: Words): string {
  const common = commonYear(year, words);
  const hijri = calendar === "gregorian" ? null : hijriYear(year, words);
  if (hijri === null) return common;
  return calendar === "hijri" ? hijri : `${common} (${hijri})`;
}
