import { useState } from "react";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { classNames } from "#app/ui/class-names.ts";
import { controlClass } from "#app/ui/field-parts.tsx";
import { QuestionFrame } from "../../components/question-frame.tsx";
import { PartText } from "../../components/question-text.tsx";
import { TimeAxis } from "../../components/time-axis.tsx";
import { useYearWords } from "../../components/use-year-words.ts";
import { RightAnswer, Verdict } from "../../components/verdict.tsx";
import { withPart } from "../../components/with-part.ts";
import type { QuestionViewProps } from "../question-props.ts";
import type { TimelineAnswer, TimelineShown } from "./timeline.ts";
import { yearIn } from "./year-words.ts";
import { asCount, fromCount } from "./years.ts";

type ViewProps = QuestionViewProps<TimelineShown, TimelineAnswer>;
type EventProps = ViewProps & { event: TimelineShown["events"][number]; number: number };

/** Digits of any script as the number they are; nothing for what is no year. */
function readYear(typed: string): number | undefined {
  const digits = typed.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf)).trim();
  const year = /^\d{1,5}$/.test(digits) ? Number(digits) : 0;
  return year > 0 && year <= 10_000 ? year : undefined;
}

type YearFieldsProps = {
  name: string;
  year: number | undefined;
  hasBefore: boolean;
  disabled: boolean;
  onYear: (year: number | undefined) => void;
};

function YearFields({ name, year, hasBefore, disabled, onYear }: YearFieldsProps) {
  const { t } = useTranslation("quiz");
  const { digits } = useYearWords();
  const [typed, setTyped] = useState(year === undefined ? "" : digits(Math.abs(year)));
  const [isBefore, setBefore] = useState((year ?? 1) < 0);
  const said = readYear(typed);
  // The slider, or another device, has changed the year.
  if (year !== undefined && year !== (said === undefined ? undefined : isBefore ? -said : said)) {
    setTyped(digits(Math.abs(year)));
    setBefore(year < 0);
  }
  const tell = (text: string, before: boolean) => {
    setTyped(text);
    setBefore(before);
    const read = readYear(text);
    onYear(read === undefined ? undefined : before ? -read : read);
  };
  return (
    <>
      <div className="grid gap-1">
        <label htmlFor={`${name}-year`} className="font-semibold text-sm">
          {t("view.year")}
        </label>
        <input
          id={`${name}-year`}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          dir="ltr"
          maxLength={5}
          value={typed}
          disabled={disabled}
          aria-describedby={`${name}-text`}
          onChange={(event) => tell(event.target.value, isBefore)}
          className={classNames(controlClass, "max-w-28")}
        />
      </div>
      {hasBefore && (
        <div className="grid gap-1">
          <label htmlFor={`${name}-era`} className="font-semibold text-sm">
            {t("view.era")}
          </label>
          <select
            id={`${name}-era`}
            value={isBefore ? "before" : "since"}
            disabled={disabled}
            onChange={(event) => tell(typed, event.target.value === "before")}
            className={classNames(controlClass, "control-select min-w-24")}
          >
            <option value="since">{t("view.since")}</option>
            <option value="before">{t("view.before")}</option>
          </select>
        </div>
      )}
    </>
  );
}

function EventRow(props: EventProps) {
  const { event, number, shown, value, onChange, disabled, review, locale, id } = props;
  const { t } = useTranslation("quiz");
  const formats = useFormats();
  const words = useYearWords();
  const years = value?.years ?? {};
  const year = years[event.id];
  const name = `${id}-${event.id}`;
  const { from, to } = shown.axis;
  const verdict = review?.grade.parts[event.id];
  const right = review?.key?.years[event.id];
  const set = (next: number | undefined) => onChange({ years: withPart(years, event.id, next) });
  const isOutside = year !== undefined && (year < from || year > to);
  return (
    <li className="grid gap-2 rounded border border-line bg-surface p-3">
      <div className="flex gap-2">
        <span>{formats.number(number)}.</span>
        <PartText id={`${name}-text`} html={event.text} locale={locale} />
        <Verdict verdict={verdict} />
      </div>
      <div className="flex flex-wrap items-end gap-3">
        <YearFields name={name} year={year} hasBefore={from < 0} disabled={disabled} onYear={set} />
        <input
          type="range"
          aria-label={t("view.onAxis")}
          aria-describedby={`${name}-text`}
          aria-valuetext={year === undefined ? t("view.notPlaced") : yearIn(shown.calendar, year, words)}
          min={asCount(from)}
          max={asCount(to)}
          step={1}
          value={asCount(year ?? from)}
          disabled={disabled}
          onChange={(change) => set(fromCount(Number(change.target.value)))}
          className="h-11 min-w-40 flex-1 accent-tile"
        />
      </div>
      <p className="text-ink-2 text-sm">
        {year === undefined ? t("view.notPlaced") : yearIn(shown.calendar, year, words)}
        {isOutside && ` — ${t("view.outsideAxis")}`}
      </p>
      {right !== undefined && verdict !== "right" && <RightAnswer>{yearIn(shown.calendar, right, words)}</RightAnswer>}
    </li>
  );
}

export default function TimelineView(props: ViewProps) {
  const { shown, value, locale, id } = props;
  const { t } = useTranslation("quiz");
  const words = useYearWords();
  const { from, to } = shown.axis;
  const pins = shown.events.flatMap((event, index) => {
    const year = value?.years[event.id];
    return year === undefined || year < from || year > to
      ? []
      : [{ id: event.id, number: index + 1, at: asCount(year) }];
  });
  const labels = { from: yearIn(shown.calendar, from, words), to: yearIn(shown.calendar, to, words) };
  return (
    <QuestionFrame id={id} stem={shown.stem} locale={locale} hint={t("view.placeEvents", labels)}>
      <TimeAxis from={asCount(from)} to={asCount(to)} pins={pins} labels={labels} />
      <ol className="grid gap-2">
        {shown.events.map((event, index) => (
          <EventRow key={event.id} event={event} number={index + 1} {...props} />
        ))}
      </ol>
    </QuestionFrame>
  );
}
