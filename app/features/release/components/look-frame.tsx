import { type ReactNode, useMemo } from "react";
import { Link } from "#app/platform/i18n/link.tsx";
import { type Locale, localeNames } from "#app/platform/i18n/locales.ts";
import { pageContext, usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon } from "#app/ui/icon.tsx";
import { SkipLink } from "#app/ui/skip-link.tsx";
import { type LookAs, lookAddress, looks } from "../look/look-as.ts";

type LookFrameProps = {
  course: string;
  /** Slug of the lesson, on its page. */
  lesson?: string;
  as: LookAs;
  /** The language of the text that was asked for. */
  language: string | undefined;
  locales: readonly Locale[];
  /** What else is said in the bar. */
  more?: ReactNode;
  children: ReactNode;
};

const choice =
  "inline-flex min-h-11 items-center rounded-sm px-2 text-ink no-underline hover:bg-surface aria-[current]:bg-surface aria-[current]:font-semibold";

/** Around a reader's page that shows a draft: says what it is and as whom, and keeps its links inside. */
export function LookFrame({ course, lesson, as, language, locales, more, children }: LookFrameProps) {
  const { t } = useTranslation("release");
  const page = usePageContext();
  const turned = useMemo(
    () => ({ ...page, turnLink: lookAddress(course, as, language) }),
    [page, course, as, language],
  );
  const here = (who: LookAs, text: string | undefined) =>
    `/teach/${course}/look${lesson ? `/${lesson}` : ""}?as=${who}${text ? `&text=${text}` : ""}`;
  return (
    <>
      {lesson ? <SkipLink>{t("ui:skipToContent")}</SkipLink> : null}
      <aside aria-label={t("look.bar")} className="border-gold-ink border-b-2 bg-gold-tint px-4 py-1 print:hidden">
        <div className="mx-auto grid max-w-6xl gap-x-5 lg:flex lg:items-center">
          <div className="flex items-center gap-x-5">
            <p className="flex min-w-0 items-center gap-2 font-semibold text-gold-ink max-lg:text-sm">
              <Icon name="eye" className="size-5 flex-none" />
              {t("look.bar")}
            </p>
            <Link
              to={`/teach/${course}/release`}
              className="ms-auto inline-flex min-h-11 flex-none items-center max-lg:text-sm"
            >
              {t("look.leave")}
            </Link>
          </div>
          {/* One line on a phone too, which is moved sideways. */}
          <div className="-mx-4 flex min-w-0 items-center gap-x-5 overflow-x-auto whitespace-nowrap px-4 lg:ms-auto">
            <Choices label={t("look.as")}>
              {looks.map((who) => (
                <Link
                  key={who}
                  to={here(who, language)}
                  aria-current={who === as ? "true" : undefined}
                  className={choice}
                >
                  {t(`look.who.${who}`)}
                </Link>
              ))}
            </Choices>
            {lesson ? (
              <Choices label={t("look.language")}>
                {locales.map((locale) => (
                  <Link
                    key={locale}
                    to={here(as, locale)}
                    lang={locale}
                    aria-current={locale === language ? "true" : undefined}
                    className={choice}
                  >
                    {localeNames[locale]}
                  </Link>
                ))}
              </Choices>
            ) : null}
            {more}
          </div>
        </div>
      </aside>
      <pageContext.Provider value={turned}>{children}</pageContext.Provider>
    </>
  );
}

function Choices({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className="flex flex-none items-center gap-1">
      {children}
    </nav>
  );
}
