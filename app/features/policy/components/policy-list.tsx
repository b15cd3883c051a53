import { Link } from "#app/platform/i18n/link.tsx";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Tag } from "#app/ui/tag.tsx";

type Listed = {
  slug: string;
  title: string;
  locale: Locale;
  demanded: boolean;
  withdrawn: boolean;
  draftDiffers: boolean;
  present: { number: number; publishedAt: Date; agreed: number } | null;
};

/** The academy's policies, how each stands, and how many agreed. */
export function PolicyList({ policies, people }: { policies: readonly Listed[]; people: number }) {
  const { t } = useTranslation("policy-admin");
  const { date } = useFormats();
  if (policies.length === 0) return <EmptyState title={t("none.title")} text={t("none.text")} />;
  return (
    <ul className="grid gap-4">
      {policies.map(({ slug, title, locale, demanded, withdrawn, draftDiffers, present }) => (
        <Card key={slug} as="li">
          <h2 className="font-bold font-read text-xl">
            <Link to={`/admin/policies/${slug}`} lang={locale}>
              <bdi>{title || slug}</bdi>
            </Link>
          </h2>
          <p className="flex flex-wrap gap-2 py-2">
            <Tag kind={present && !withdrawn ? "tile" : "plain"}>
              {t(withdrawn ? "states.withdrawn" : present ? "states.published" : "states.draft")}
            </Tag>
            {present && draftDiffers ? <Tag kind="plain">{t("states.changed")}</Tag> : null}
            {demanded ? <Tag kind="plain">{t("states.demanded")}</Tag> : null}
          </p>
          {present ? (
            <p className="text-ink-2">
              {t("policy:since", { number: present.number, date: date(present.publishedAt) })}
              {" · "}
              {t("agreed", { count: present.agreed, people })}
            </p>
          ) : (
            <p className="text-ink-2">{t("nothingAsked")}</p>
          )}
        </Card>
      ))}
    </ul>
  );
}
