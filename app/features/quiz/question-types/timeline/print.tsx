import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Blank, PrintFrame } from "../../components/print-parts.tsx";
import { PartText } from "../../components/question-text.tsx";
import { useYearWords } from "../../components/use-year-words.ts";
import type { QuestionPrintProps } from "../question-props.ts";
import type { TimelineAnswer, TimelineShown } from "./timeline.ts";
import { yearIn } from "./year-words.ts";

export default function TimelinePrint({ shown, answer, locale }: QuestionPrintProps<TimelineShown, TimelineAnswer>) {
  const { t } = useTranslation("quiz");
  const words = useYearWords();
  const ends = {
    from: yearIn(shown.calendar, shown.axis.from, words),
    to: yearIn(shown.calendar, shown.axis.to, words),
  };
  return (
    <PrintFrame stem={shown.stem} locale={locale} hint={t("view.placeEvents", ends)}>
      <ul className="grid gap-2">
        {shown.events.map((event) => {
          const year = answer?.years[event.id];
          return (
            <li key={event.id} className="flex items-end gap-3">
              <Blank>{year !== undefined && yearIn(shown.calendar, year, words)}</Blank>
              <PartText html={event.text} locale={locale} />
            </li>
          );
        })}
      </ul>
    </PrintFrame>
  );
}
