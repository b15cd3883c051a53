import { findPolicyLinks } from "#app/features/policy/demands.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { publicOrigin } from "#app/platform/http/public-origin.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { PageHead } from "#app/platform/i18n/page-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Card } from "#app/ui/card.tsx";
import { Container } from "#app/ui/container.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/policies";

export const loader = declareLoader({
  access: "anyone",
  sameForGuests: true,
  load: async ({ ctx, url }) => ({ policies: await findPolicyLinks(ctx), origin: publicOrigin(url) }),
});

export default function Policies({ loaderData: { policies, origin } }: Route.ComponentProps) {
  const { t } = useTranslation("policy");
  return (
    <Container width="reading" className="pb-16">
      <PageHead title={t("title")} description={t("lead")} origin={origin} path="/policies" />
      <PageHeader title={t("title")} lead={t("lead")} />
      {policies.length === 0 ? <EmptyState title={t("none.title")} text={t("none.text")} /> : null}
      <ul className="grid gap-4">
        {policies.map(({ slug, title, locale }) => (
          <Card key={slug} as="li">
            <Link to={`/policies/${slug}`} lang={locale} className="inline-flex min-h-11 items-center font-semibold">
              <bdi>{title}</bdi>
            </Link>
          </Card>
        ))}
      </ul>
    </Container>
  );
}
