import { createContext, useContext, useState } from "react";

const textsContext = createContext<ReadonlyMap<string, string> | undefined>(undefined);

/** The long texts of the document that is being made, by their names. */
export const PageTextsProvider = textsContext.Provider;

/** The element that holds a long text bears its name here. */
export const PAGE_TEXT = "data-page-text";

function readFromDocument(name: string): string {
  return document.querySelector(`[${PAGE_TEXT}="${CSS.escape(name)}"]`)?.innerHTML ?? "";
}

/**
 * HTML that a page shows and a document carries once: the loader leaves it out of a document's data, where it would
 * be sent a second time, and here it is taken from the document itself. `given` is what the data hold of it; the
 * same `name` must always name the same HTML.
 */
export function usePageText(name: string, given: string | null): string {
  const texts = useContext(textsContext);
  const find = () => ({ name, html: given ?? texts?.get(name) ?? readFromDocument(name) });
  const [shown, show] = useState(find);
  if (shown.name === name) return shown.html;
  const next = find();
  show(next);
  return next.html;
}
