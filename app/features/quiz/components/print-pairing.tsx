import type { ReactNode } from "react";
import type { Locale, Translated } from "#app/platform/i18n/locales.ts";
import { letterOf } from "./letter-of.ts";
import { Blank } from "./print-parts.tsx";
import { LabelText } from "./question-text.tsx";

type PrintPairingProps = {
  items: readonly { id: string; content: ReactNode }[];
  options: readonly { id: string; label: Translated }[];
  /** By the item's id, the option that belongs to it; only in the key. */
  pairs: Readonly<Record<string, string>> | undefined;
  locale: Locale;
};

/** Things to which letters are to be written, and the lettered things from which to choose. */
export function PrintPairing({ items, options, pairs, locale }: PrintPairingProps) {
  const letters = new Map(options.map(({ id }, index) => [id, letterOf(index, locale)]));
  return (
    <div className="grid grid-cols-2 gap-6">
      <ul className="grid content-start gap-2">
        {items.map((item) => (
          <li key={item.id} className="flex items-end gap-3">
            <Blank>{pairs && letters.get(pairs[item.id] ?? "")}</Blank>
            {item.content}
          </li>
        ))}
      </ul>
      <ul className="grid content-start gap-2">
        {options.map((option) => (
          <li key={option.id}>
            <strong>{letters.get(option.id)}.</strong> <LabelText label={option.label} locale={locale} />
          </li>
        ))}
      </ul>
    </div>
  );
}
