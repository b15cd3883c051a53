import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { AcceptedNotes, textItems, useNumberItems } from "../../components/accepted-notes.tsx";
import type { KeyNotesProps } from "../../components/key-notes.tsx";
import type { GapTextBody } from "./gap-text.ts";

export default function GapTextNotes({ body }: KeyNotesProps<GapTextBody>) {
  const { t } = useTranslation("quiz-editor");
  const formats = useFormats();
  const numbers = useNumberItems();
  return body.gaps.map((gap, index) => {
    if (gap.kind === "choices") return null;
    const items = gap.kind === "text" ? textItems(gap.accepted) : numbers(gap.answers);
    const legend = t("print.gap", { number: formats.number(index + 1) });
    return <AcceptedNotes key={gap.id} legend={legend} items={items} />;
  });
}
