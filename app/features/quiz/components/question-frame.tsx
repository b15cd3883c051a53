import type { ReactNode } from "react";
import type { Locale, Translated } from "#app/platform/i18n/locales.ts";
import { QuestionText } from "./question-text.tsx";

type QuestionFrameProps = {
  id: string;
  stem: Translated;
  locale: Locale;
  /** What is to be done, said below the question. */
  hint?: ReactNode;
  role?: "group" | "radiogroup";
  children: ReactNode;
};

/** A question with the controls that answer it, which take its text as their name. */
export function QuestionFrame({ id, stem, locale, hint, role = "group", children }: QuestionFrameProps) {
  const content = (
    <>
      <QuestionText id={`${id}-stem`} html={stem} locale={locale} />
      {hint && (
        <p id={`${id}-hint`} className="mt-3 text-ink-2 text-sm">
          {hint}
        </p>
      )}
      <div className="mt-3 grid gap-3">{children}</div>
    </>
  );
  const names = { "aria-labelledby": `${id}-stem`, "aria-describedby": hint ? `${id}-hint` : undefined };
  if (role === "group") {
    return (
      <fieldset className="min-w-0" {...names}>
        {content}
      </fieldset>
    );
  }
  return (
    <div role="radiogroup" {...names}>
      {content}
    </div>
  );
}
