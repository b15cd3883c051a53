import parse, { type HTMLReactParserOptions } from "html-react-parser";
import type { ReactElement } from "react";
import { useLangOf } from "#app/platform/i18n/local-text.tsx";
import { type Locale, pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";

const PARAGRAPH = /^<p>((?:(?!<p[\s>]).)*)<\/p>$/s;

type QuestionTextProps = {
  /** HTML that the server made of an author's Markdown. */
  html: Translated;
  locale: Locale;
  id?: string;
  className?: string;
  /** What stands in the place of a run of letters; undefined leaves it. */
  replaceText?: (text: string) => ReactElement | undefined;
};

function options(replaceText: QuestionTextProps["replaceText"]): HTMLReactParserOptions {
  return {
    replace: (node) => {
      if (node.type !== "text" || !("data" in node)) return undefined;
      return replaceText?.(node.data);
    },
  };
}

/** A text of a question with all its blocks, in the best language for the reader. */
export function QuestionText({ html, locale, id, className = "reading", replaceText }: QuestionTextProps) {
  const langOf = useLangOf();
  const best = pickTranslated(html, locale);
  return (
    <div id={id} className={className} {...langOf(best.locale)}>
      {parse(best.text, options(replaceText))}
    </div>
  );
}

/** A text beside a control: a single paragraph stands there as a line. */
export function PartText({ html, locale, id }: { html: Translated; locale: Locale; id?: string }) {
  const langOf = useLangOf();
  const best = pickTranslated(html, locale);
  const [, line] = PARAGRAPH.exec(best.text.trim()) ?? [];
  if (line === undefined)
    return <QuestionText html={html} locale={locale} id={id} className="reading min-w-0 flex-1" />;
  return (
    <bdi id={id} className="min-w-0 flex-1" {...langOf(best.locale)}>
      {parse(line)}
    </bdi>
  );
}

/** A label in the best language for the reader, as a plain string for where nothing else may stand. */
export const labelIn = (label: Translated, locale: Locale): string => pickTranslated(label, locale).text;

export function LabelText({ label, locale, id }: { label: Translated; locale: Locale; id?: string }) {
  const langOf = useLangOf();
  const best = pickTranslated(label, locale);
  return (
    <bdi id={id} {...langOf(best.locale)}>
      {best.text}
    </bdi>
  );
}
