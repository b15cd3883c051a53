import { Link } from "#app/platform/i18n/link.tsx";
import { useSite } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Container } from "#app/ui/container.tsx";
import { Star } from "#app/ui/star.tsx";
import { ThemeChoice } from "./theme-choice.tsx";

export function SiteFooter({ theme }: { theme: "light" | "dark" | undefined }) {
  const { t } = useTranslation("ui");
  const { policies } = useSite();
  return (
    <footer className="no-print mt-16 border-line border-t bg-surface-2">
      <Container className="flex flex-wrap items-center justify-between gap-x-10 gap-y-6 py-10">
        <div className="flex max-w-prose items-start gap-4">
          <Star className="mt-1 size-8 flex-none text-tile" />
          <div className="grid gap-1">
            <p className="font-bold font-read text-xl">{t("name")}</p>
            <p className="text-ink-2 text-sm">{t("tagline")}</p>
            <nav aria-label={t("nav.footer")} className="flex flex-wrap gap-x-5 text-sm">
              <Link to="/courses" className="inline-flex min-h-11 items-center">
                {t("nav.courses")}
              </Link>
              <Link to="/verify" className="inline-flex min-h-11 items-center">
                {t("nav.verify")}
              </Link>
              {policies.map(({ slug, title, locale }) => (
                <Link key={slug} to={`/policies/${slug}`} lang={locale} className="inline-flex min-h-11 items-center">
                  <bdi>{title}</bdi>
                </Link>
              ))}
            </nav>
          </div>
        </div>
        <ThemeChoice theme={theme} />
      </Container>
    </footer>
  );
}
