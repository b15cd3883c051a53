import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type PageHeaderProps = {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  eyebrow?: ReactNode;
  /** The language of the title and lead where it is not the page's. */
  lang?: string;
  dir?: "ltr" | "rtl" | "auto";
  className?: string;
};

/** The head of a page with its one `h1`. */
export function PageHeader({ title, lead, actions, eyebrow, lang, dir, className }: PageHeaderProps) {
  return (
    <header className={classNames("flex flex-wrap items-end justify-between gap-x-8 gap-y-4 pt-8 pb-6", className)}>
      <div className="grid min-w-0 max-w-3xl gap-2">
        {eyebrow ? <div className="text-ink-2 text-sm">{eyebrow}</div> : null}
        <h1 lang={lang} dir={dir} className="font-bold font-read text-3xl text-balance sm:text-4xl">
          {title}
        </h1>
        {lead ? (
          <div lang={lang} dir={dir} className="text-ink-2 text-lg">
            {lead}
          </div>
        ) : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-3">{actions}</div> : null}
    </header>
  );
}
