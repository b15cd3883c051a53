import { createHash } from "node:crypto";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { checkPicture } from "../bank/check-picture.ts";
import type { ReadQuestions } from "../exchanged-question.ts";
import { plainNotes, type ReadingNotes } from "../reading-notes.ts";
import type { XmlElement } from "./element.ts";

const PLAIN = /^[a-z0-9][a-z0-9._-]{0,80}\.(svg|png|jpe?g|webp|avif)$/;

type File = { name: string; bytes: () => Uint8Array };

function filesIn(element: XmlElement): File[] {
  const below = element.children.flatMap(filesIn);
  if (element.name !== "file") return below;
  const { name = "", path = "/" } = element.attributes;
  const bytes = () => new Uint8Array(Buffer.from(element.text, "base64"));
  return [{ name: `${path}${name}`.replace(/^\/+/, ""), bytes }];
}

function pathOf(name: string, bytes: Uint8Array): string | null {
  const kind = checkPicture(name, bytes);
  if (!kind) return null;
  const last = name.split("/").at(-1) ?? "";
  if (PLAIN.test(last)) return `media/${last}`;
  const plain = last
    .toLowerCase()
    .replace(/\.[^.]*$/, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return `media/${(plain || "picture").slice(0, 60)}.${kind.ending}`;
}

const sameBytes = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;

/** Puts a file among those that were read; where another already has its name, it gets one of its own. */
function keep(media: ReadQuestions["media"], name: string, bytes: Uint8Array): string | null {
  const path = pathOf(name, bytes);
  if (path === null) return null;
  const there = media.get(path);
  const digest = createHash("sha256").update(bytes).digest("hex").slice(0, 8);
  const own = there && !sameBytes(there, bytes) ? path.replace(/(\.[^.]*)$/, `-${digest}$1`) : path;
  media.set(own, bytes);
  return own;
}

/** The notes of one question, whose files stand in it in base64; only those that its texts name are kept. */
export function notesWithFiles(locale: Locale, element: XmlElement, media: ReadQuestions["media"]): ReadingNotes {
  const files = new Map(filesIn(element).map((file) => [file.name, file]));
  return {
    ...plainNotes(locale),
    fileNamed: (name) => {
      const file = files.get(name);
      return file ? keep(media, file.name, file.bytes()) : null;
    },
    keepPicture: (name, bytes) => keep(media, name, bytes),
  };
}

/** Keeps the files of a question whose body already names them: "plan.png" is "media/plan.png". */
export function keepNamed(element: XmlElement, named: readonly string[], media: ReadQuestions["media"]): void {
  for (const { name, bytes } of filesIn(element)) {
    const path = `media/${name}`;
    if (named.includes(path) && !media.has(path)) media.set(path, bytes());
  }
}
