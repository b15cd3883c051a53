import type { i18n } from "i18next";
import { createContext, useContext } from "react";

/** The words for a message key, filled with values; `file:key` names a key of another file. */
export type Translate = (key: string, values?: Record<string, unknown>) => string;

const wordsContext = createContext<i18n | undefined>(undefined);

/** Gives a page its words. They never change while it stands: another language is another document. */
export const WordsProvider = wordsContext.Provider;

const translators = new WeakMap<i18n, Map<string, Translate>>();

function makeTranslate(i18n: i18n, file: string): Translate {
  const fixed = i18n.getFixedT(null, file);
  const plain = new Map<string, string>();
  return (key, values) => {
    if (values) return fixed(key, values);
    const known = plain.get(key);
    if (known !== undefined) return known;
    const words = fixed(key);
    // Only what there is: keys may come from a cookie, and must not fill the memory.
    if (i18n.exists(key, { ns: file })) plain.set(key, words);
    return words;
  };
}

function translateFrom(i18n: i18n, file: string): Translate {
  const known = translators.get(i18n) ?? new Map<string, Translate>();
  translators.set(i18n, known);
  const translate = known.get(file) ?? makeTranslate(i18n, file);
  known.set(file, translate);
  return translate;
}

/**
 * The words of one message file in the page's language. In the place of react-i18next's hook, which subscribes to a
 * change that never comes and copies the instance for every component: an eighth of the time that a page took.
 */
export function useTranslation(file = "ui"): { t: Translate; language: string } {
  const i18n = useContext(wordsContext);
  if (!i18n) throw new Error("A page's words come from a WordsProvider around it");
  return { t: translateFrom(i18n, file), language: i18n.language };
}
