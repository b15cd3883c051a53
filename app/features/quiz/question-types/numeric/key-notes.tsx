import { AcceptedNotes, useNumberItems } from "../../components/accepted-notes.tsx";
import type { KeyNotesProps } from "../../components/key-notes.tsx";
import type { NumericBody } from "./numeric.ts";

export default function NumericNotes({ body }: KeyNotesProps<NumericBody>) {
  const items = useNumberItems();
  return <AcceptedNotes items={items(body.answers)} />;
}
