import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { AcceptedNotes } from "../../components/accepted-notes.tsx";
import type { KeyNotesProps } from "../../components/key-notes.tsx";
import { PartText } from "../../components/question-text.tsx";
import type { TimelineBody } from "./timeline.ts";

export default function TimelineNotes({ body, locale }: KeyNotesProps<TimelineBody>) {
  const { t } = useTranslation("quiz-editor");
  const allowed = body.events.filter(({ tolerance = 0 }) => tolerance > 0);
  if (allowed.length === 0) return null;
  const items = allowed.map(({ id, text, tolerance = 0 }) => ({
    id,
    text: (
      <>
        <PartText html={text} locale={locale} /> ({t("print.years", { count: tolerance })})
      </>
    ),
  }));
  return <AcceptedNotes items={items} />;
}
