import type { Locale, Translated } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { AcceptedNotes } from "../../components/accepted-notes.tsx";
import type { KeyNotesProps } from "../../components/key-notes.tsx";
import { labelIn } from "../../components/question-text.tsx";
import type { TimelineBody } from "./timeline.ts";

/** Without the signs of Markdown. */
const plain = (text: Translated, locale: Locale) => labelIn(text, locale).replace(/[*_`]/g, "");

export default function TimelineNotes({ body, locale }: KeyNotesProps<TimelineBody>) {
  const { t } = useTranslation("quiz-editor");
  const allowed = body.events.filter(({ tolerance = 0 }) => tolerance > 0);
  if (allowed.length === 0) return null;
  const items = allowed.map(({ id, text, tolerance = 0 }) => ({
    id,
    text: `${plain(text, locale)} (${t("print.years", { count: tolerance })})`,
  }));
  return <AcceptedNotes items={items} />;
}
