import type { i18n } from "i18next";
import { createContext, useContext } from "react";

/** The words for a message key, filled with values; `file:key` names a key of another file. */
export type Translate = (key: string, values?: Record<string, unknown>) => string;

const wordsContext = createContext<i18n | undefined>(undefined);

/** Gives a page its words. They never change while it stands: another language is another document. */
export const WordsProvider = wordsContext.Provider;

/** Sentences kept for one file of one language: putting one together takes many times as long as finding it. */
const KEPT = 2_000;

const translators = new WeakMap<i18n, Map<string, Translate>>();

function makeTranslate(i18n: i18n, file: string): Translate {
  const fixed = i18n.getFixedT(null, file);
  const made = new Map<string, string>();
  return (key, values) => {
    const wanted = values ? key + JSON.stringify(values) : key;
    const known = made.get(wanted);
    if (known !== undefined) return known;
    const words = values ? fixed(key, values) : fixed(key);
    // Values are of every kind, and keys may come from a cookie: they must not fill the memory.
    if (made.size >= KEPT) made.clear();
    made.set(wanted, words);
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
