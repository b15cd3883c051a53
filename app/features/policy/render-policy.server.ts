import { micromark } from "micromark";

/**
 * A policy's Markdown as HTML. What is written as HTML comes out as its own letters, and addresses lead to the web, to
 * mail or to a page here, or nowhere. Its first headings are of the second level: the page's own is the title.
 */
export function renderPolicy(text: string): string {
  const html = micromark(text);
  const highest = Math.min(...[...html.matchAll(/<h([1-6])>/g)].map(([, level]) => Number(level)), 6);
  const lowered = 2 - highest;
  return html.replace(/<(\/?)h([1-6])>/g, (_, slash: string, level: string) => {
    return `<${slash}h${Math.min(6, Math.max(2, Number(level) + lowered))}>`;
  });
}
