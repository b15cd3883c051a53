import type { ReactNode } from "react";
import type { Locale, Translated } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { classNames } from "#app/ui/class-names.ts";
import { QuestionText } from "./question-text.tsx";

type PrintFrameProps = { stem: Translated; locale: Locale; hint?: ReactNode; children?: ReactNode };

/** A question on paper: it is not torn between two pages. */
export function PrintFrame({ stem, locale, hint, children }: PrintFrameProps) {
  return (
    <div className="grid break-inside-avoid gap-2">
      <QuestionText html={stem} locale={locale} />
      {hint && <p className="text-sm">{hint}</p>}
      {children}
    </div>
  );
}

/** A line to write on, or what stands on it in the key. */
export function Blank({ children, wide = false }: { children?: ReactNode; wide?: boolean }) {
  return (
    <span
      className={classNames(
        "inline-block min-h-7 border-ink border-b align-bottom",
        wide ? "w-full" : "min-w-28 px-2 text-center",
      )}
    >
      {children && <bdi className="font-semibold">{children}</bdi>}
    </span>
  );
}

/** A circle for one choice or a square for several, filled in the key. */
export function Mark({ shape, filled }: { shape: "circle" | "square"; filled: boolean }) {
  const { t } = useTranslation("quiz");
  return (
    <>
      <span
        aria-hidden="true"
        className={classNames(
          "mt-1.5 inline-block size-4 flex-none border border-ink",
          shape === "circle" && "rounded-full",
          filled && "bg-ink",
        )}
      />
      {filled && <span className="sr-only">{t("view.isRight")}</span>}
    </>
  );
}

type PrintChoicesProps = {
  shape: "circle" | "square";
  choices: readonly { id: string; content: ReactNode; filled: boolean }[];
};

export function PrintChoices({ shape, choices }: PrintChoicesProps) {
  return (
    <ul className="grid gap-1.5">
      {choices.map((choice) => (
        <li key={choice.id} className="flex gap-3">
          <Mark shape={shape} filled={choice.filled} />
          {choice.content}
        </li>
      ))}
    </ul>
  );
}
