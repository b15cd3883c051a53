import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { localeNames, pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { PageHead } from "#app/platform/i18n/page-head.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Container } from "#app/ui/container.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { ShownPolicy } from "../find-policy.server.ts";
import { PolicyText } from "./policy-text.tsx";

type PolicyPageProps = { policy: ShownPolicy; origin: string; path: string };

/** A policy to be read: the version that holds, or an earlier one, which says so. */
export function PolicyPage({ policy, origin, path }: PolicyPageProps) {
  const { t } = useTranslation("policy");
  const { date } = useFormats();
  const { locale } = usePageContext().formats;
  const { title, number, publishedAt, present } = policy;
  const earlier = number !== present;
  const name = earlier ? `${title} (${t("version", { number })})` : title;
  const places = [{ label: t("title"), to: "/policies" }, { label: title }];
  return (
    <Container width="reading" className="pb-16">
      <PageHead title={name} description={t("describe", { title })} origin={origin} path={path} unlisted={earlier} />
      <PageHeader
        eyebrow={<Breadcrumbs items={places} label={t("ui:breadcrumbs")} LinkAs={Link} />}
        title={<bdi lang={policy.locale}>{title}</bdi>}
        lead={t("since", { number, date: date(publishedAt) })}
      />
      <div className="grid gap-4">
        {earlier ? <EarlierNotice policy={policy} /> : null}
        {policy.locale !== locale ? (
          <Notice kind="info">{t("otherLanguage", { language: localeNames[policy.locale] })}</Notice>
        ) : null}
      </div>
      <article>
        <PolicyText html={policy.html} locale={policy.locale} className="py-6" />
      </article>
      <Versions policy={policy} />
    </Container>
  );
}

function EarlierNotice({ policy: { slug, present } }: { policy: ShownPolicy }) {
  const { t } = useTranslation("policy");
  if (present === null) return <Notice kind="warning">{t("withdrawn")}</Notice>;
  return (
    <Notice kind="warning">
      {t("earlier")} <Link to={`/policies/${slug}`}>{t("toPresent")}</Link>
    </Notice>
  );
}

function Versions({ policy: { slug, number: shown, present, versions } }: { policy: ShownPolicy }) {
  const { t } = useTranslation("policy");
  const { date } = useFormats();
  const { locale } = usePageContext().formats;
  return (
    <section aria-labelledby="versions" className="border-line border-t pt-6">
      <h2 id="versions" className="pb-3 font-bold font-read text-2xl">
        {t("versions")}
      </h2>
      <ol className="grid gap-4">
        {versions.map(({ number, publishedAt, summaries }) => {
          const summary = pickTranslated(summaries, locale);
          const to = number === present ? `/policies/${slug}` : `/policies/${slug}/versions/${number}`;
          return (
            <li key={number}>
              <Link
                to={to}
                aria-current={number === shown ? "page" : undefined}
                className="inline-flex min-h-11 items-center font-semibold"
              >
                {t("since", { number, date: date(publishedAt) })}
              </Link>
              {summary.text ? (
                <p className="text-ink-2">
                  <LocalText value={summary} />
                </p>
              ) : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
