import type { Element, ElementContent } from "hast";
import { lose, type ReadingNotes } from "../reading-notes.ts";

const IN_FILE = /^@@PLUGINFILE@@\/([^?#]+)/;
const IN_TEXT = /^data:image\/(png|jpe?g|webp|avif);base64,/i;

const textOf = (value: unknown) => (typeof value === "string" ? value : "");

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function kept(source: string, notes: ReadingNotes): string | null {
  const [, name] = IN_FILE.exec(source) ?? [];
  if (name !== undefined) return notes.fileNamed(decoded(name));
  const [head, kind] = IN_TEXT.exec(source) ?? [];
  if (head === undefined) return null;
  return notes.keepPicture(`picture.${kind?.toLowerCase()}`, Buffer.from(source.slice(head.length), "base64"));
}

/** A picture whose file came with the question; any other is lost, and nothing is fetched for it. */
export function pictureIn({ properties }: Element, notes: ReadingNotes): ElementContent[] {
  const source = textOf(properties.src).trim();
  const path = kept(source, notes);
  if (path !== null) {
    return [{ type: "element", tagName: "img", properties: { src: path, alt: textOf(properties.alt) }, children: [] }];
  }
  lose(notes, "picture", { src: source.slice(0, 200) });
  return [];
}
