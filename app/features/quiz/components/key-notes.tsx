import type { ComponentType } from "react";
import type { Locale } from "#app/platform/i18n/locales.ts";

/** What the default export of a type's `key-notes.tsx` takes: a body as its author wrote it. */
export type KeyNotesProps<Body> = { body: Body; locale: Locale };

type Notes = ComponentType<KeyNotesProps<unknown>>;

// All at once: only the page that prints papers loads this.
const files = import.meta.glob<{ default: Notes }>("../question-types/*/key-notes.tsx", { eager: true });

const notes = new Map<string, Notes>(
  Object.entries(files).map(([path, file]) => [path.split("/").at(-2) ?? "", file.default]),
);

/** What a printed key says beside the right answer, where the type has something to say. */
export function KeyNotes({ type, ...props }: KeyNotesProps<unknown> & { type: string }) {
  const Notes = notes.get(type);
  return Notes ? <Notes {...props} /> : null;
}
