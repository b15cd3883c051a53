import type { HtmlElement, HtmlNode } from "./html-tree.ts";

type Note = { label: string; nodes: HtmlNode[] };

export type FoundNotes = {
  /** The text without the notes that stood at its end. */
  body: HtmlElement;
  notes: Note[];
  noteLabel: (href: string) => string | undefined;
};

// Word: #_ftn1 and #_edn1, back by #_ftnref1. Google: #ftnt1, #ftnt_ref1. mammoth: #footnote-1, #footnote-ref-1.
const CALL = /#(?:_?(?:ftn|edn|ftnt)|footnote-|endnote-)(\d+)$/;
const BACK = /#(?:_?(?:ftn|edn)ref|ftnt_ref|(?:footnote|endnote)-ref-)(\d+)$/;
const NOTE_ID = /^(?:_?(?:ftn|edn|ftnt)|footnote-|endnote-)(\d+)$/;

function backLabel(node: HtmlNode): string | undefined {
  if (typeof node === "string") return undefined;
  const [, own] = BACK.exec(node.attributes.href ?? "") ?? [];
  if (own) return own;
  for (const child of node.children) {
    const found = backLabel(child);
    if (found) return found;
  }
  return undefined;
}

function withoutBackLinks(nodes: HtmlNode[]): HtmlNode[] {
  return nodes.flatMap((node): HtmlNode[] => {
    if (typeof node === "string") return [node];
    if (BACK.test(node.attributes.href ?? "")) return [];
    return [{ ...node, children: withoutBackLinks(node.children) }];
  });
}

function noteOf(element: HtmlElement): Note | undefined {
  const isNote = element.style["mso-element"] === "footnote" || element.style["mso-element"] === "endnote";
  const [, id] = NOTE_ID.exec(element.attributes.id ?? "") ?? [];
  const isHolder = isNote || element.name === "li" || element.name === "p" || element.name === "div";
  const label = isHolder && (isNote || id) ? (id ?? backLabel(element)) : undefined;
  const byBack = element.name === "p" ? backLabel(element) : undefined;
  const found = label && backLabel(element) ? label : byBack;
  return found ? { label: found, nodes: withoutBackLinks(element.children) } : undefined;
}

/** Takes the notes out of a text, wherever its program put them. */
export function readNotes(root: HtmlElement): FoundNotes {
  const notes: Note[] = [];
  const strip = (element: HtmlElement): HtmlElement | undefined => {
    const note = noteOf(element);
    if (note) {
      notes.push(note);
      return undefined;
    }
    const children = element.children.flatMap((child): HtmlNode[] => {
      if (typeof child === "string") return [child];
      const kept = strip(child);
      return kept ? [kept] : [];
    });
    const isList = /^(footnote|endnote)-list$/.test(element.style["mso-element"] ?? "");
    return isList ? undefined : { ...element, children };
  };
  const body = strip(root) ?? root;
  const known = new Set(notes.map(({ label }) => label));
  const noteLabel = (href: string) => {
    const [, label] = CALL.exec(href) ?? [];
    return label && known.has(label) ? label : undefined;
  };
  return { body, notes, noteLabel };
}
