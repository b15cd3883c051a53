import type { ReactNode } from "react";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { PrintedPaper, PrintedSlot } from "../../building/print-papers.server.ts";
import { KeyNotes } from "../key-notes.tsx";
import { letterOf } from "../letter-of.ts";
import { QuestionPrint } from "../question-print.tsx";
import { QuestionText } from "../question-text.tsx";
import "./quiz-print.css";

type PrintSheetProps = {
  paper: PrintedPaper;
  /** How many are printed together. */
  variants: number;
  course: Translated;
  lesson: Translated;
  minutes: number | null;
  seed: number;
  /** The key in place of the paper. */
  isKey: boolean;
};

/** One paper, or its key, on pages of its own. */
export function PrintSheet(props: PrintSheetProps) {
  const { paper, isKey } = props;
  const { locale } = usePageContext().formats;
  return (
    <article className="quiz-sheet grid grid-cols-1 gap-6">
      <Head {...props} />
      {paper.sections.map((section) => {
        const slots = paper.slots.filter((slot) => slot.section === section.id);
        if (slots.length === 0) return null;
        const title = pickTranslated(section.titles, locale);
        return (
          <section key={section.id} className="grid grid-cols-1 gap-6">
            {title.text === "" ? null : (
              <h3 className="font-bold font-read text-xl">
                <LocalText value={title} />
              </h3>
            )}
            {slots.map((slot) => (
              <PrintedQuestion key={slot.slot} slot={slot} isKey={isKey} />
            ))}
          </section>
        );
      })}
    </article>
  );
}

function Head({ paper, variants, course, lesson, minutes, seed, isKey }: PrintSheetProps) {
  const { t } = useTranslation("quiz-editor");
  const { locale } = usePageContext().formats;
  const formats = useFormats();
  const points = t("quiz:view.points", { count: paper.maxPoints / 1_000 });
  const facts = [
    ...(variants > 1 ? [t("print.variant", { letter: letterOf(paper.variant, locale) })] : []),
    points,
    ...(minutes === null ? [] : [t("print.time", { minutes: formats.minutes(minutes) })]),
    ...(isKey ? [t("print.drawn", { seed: formats.number(seed) })] : []),
  ];
  return (
    <div className="grid gap-3 border-ink border-b-2 pb-4">
      <p className="flex flex-wrap justify-between gap-x-6 text-sm">
        <span>{t("ui:name")}</span>
        <LocalText value={pickTranslated(course, locale)} />
      </p>
      <h2 className="font-bold font-read text-3xl">
        <LocalText value={pickTranslated(lesson, locale)} />
        {isKey ? ` — ${t("print.key")}` : null}
      </h2>
      <p className="text-sm">{facts.join(" · ")}</p>
      {isKey ? null : (
        <div className="flex flex-wrap gap-x-8 gap-y-4 pt-3">
          <Line wide>{t("print.name")}</Line>
          <Line>{t("print.date")}</Line>
          <Line>{t("print.score")}</Line>
        </div>
      )}
    </div>
  );
}

/** Something to be written in by hand. */
function Line({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  return (
    <div className={`flex items-end gap-2 ${wide ? "min-w-64 flex-1" : "w-40"}`}>
      <span className="font-semibold">{children}:</span>
      <span className="flex-1 border-ink border-b" />
    </div>
  );
}

function PrintedQuestion({ slot, isKey }: { slot: PrintedSlot; isKey: boolean }) {
  const { t } = useTranslation("quiz-editor");
  const { locale } = usePageContext().formats;
  const formats = useFormats();
  return (
    <div className="quiz-question grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-3 gap-y-2">
      <span className="pt-1 font-bold tabular-nums">{formats.number(slot.slot)}.</span>
      <div className="grid grid-cols-1 gap-2">
        <QuestionPrint type={slot.type} shown={slot.shown} answer={isKey ? slot.key : undefined} locale={locale} />
        {isKey ? <Notes slot={slot} /> : null}
      </div>
      <span className="pt-1 text-sm">({t("quiz:view.points", { count: slot.points / 1_000 })})</span>
    </div>
  );
}

const moments = ["right", "partly", "wrong", "always"] as const;

function Notes({ slot: { type, body, remarks } }: { slot: PrintedSlot }) {
  const { t } = useTranslation("quiz-editor");
  const { locale } = usePageContext().formats;
  return (
    <div className="grid gap-1 border-line-strong border-s-2 ps-3">
      <KeyNotes type={type} body={body} locale={locale} />
      {moments.map((when) => {
        const remark = remarks[when];
        return remark ? (
          <div key={when} className="text-sm">
            <span className="font-semibold">{t(`print.remark.${when}`)}:</span>
            <QuestionText html={remark} locale={locale} className="" />
          </div>
        ) : null;
      })}
    </div>
  );
}
