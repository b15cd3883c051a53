import { createContext, useContext } from "react";
import type { Translate, Words } from "./read-words.ts";

const wordsContext = createContext<Words | undefined>(undefined);

/** Gives a page its words. They never change while it stands: another language is another document. */
export const WordsProvider = wordsContext.Provider;

/** Sentences kept for one file of one language: putting one together takes many times as long as finding it. */
const KEPT = 2_000;

const translators = new WeakMap<Words, Map<string, Translate>>();

function remembering(translate: Translate): Translate {
  const made = new Map<string, string>();
  return (key, values) => {
    const wanted = values ? key + JSON.stringify(values) : key;
    const known = made.get(wanted);
    if (known !== undefined) return known;
    const words = translate(key, values);
    // Values are of every kind, and keys may come from a cookie: they must not fill the memory.
    if (made.size >= KEPT) made.clear();
    made.set(wanted, words);
    return words;
  };
}

function translateFrom(words: Words, file: string): Translate {
  const known = translators.get(words) ?? new Map<string, Translate>();
  translators.set(words, known);
  const translate = known.get(file) ?? remembering(words.of(file));
  known.set(file, translate);
  return translate;
}

/** The words of one message file in the page's language. */
export function useTranslation(file = "ui"): { t: Translate; language: string } {
  const words = useContext(wordsContext);
  if (!words) throw new Error("A page's words come from a WordsProvider around it");
  return { t: translateFrom(words, file), language: words.language };
}
