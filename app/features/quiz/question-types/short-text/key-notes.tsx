import { AcceptedNotes, textItems } from "../../components/accepted-notes.tsx";
import type { KeyNotesProps } from "../../components/key-notes.tsx";
import type { ShortTextBody } from "./short-text.ts";

export default function ShortTextNotes({ body }: KeyNotesProps<ShortTextBody>) {
  return <AcceptedNotes items={textItems(body.accepted)} />;
}
