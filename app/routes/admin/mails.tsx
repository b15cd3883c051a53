import { LetterList } from "#app/features/notification/components/letter-list.tsx";
import { findLetters } from "#app/features/notification/letters/find-letters.server.ts";
import { mailSamples } from "#app/mail-samples.server.ts";
import { academyMails } from "#app/mails.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/mails";

export const loader = declareLoader({
  access: "admin",
  load: async ({ personCtx }) => ({
    letters: await findLetters(personCtx(), { kinds: academyMails, samples: mailSamples }),
  }),
});

export default function Mails({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("mails-admin");
  const addresses = (
    <Link to="/admin/mails/addresses" className={buttonClass({ kind: "quiet" })}>
      {t("addresses.title")}
    </Link>
  );
  return (
    <Container className="pb-16">
      <PlainHead title={t("title")} />
      <PageHeader
        eyebrow={
          <Breadcrumbs
            label={t("ui:breadcrumbs")}
            LinkAs={Link}
            items={[{ label: t("admin:title"), to: "/admin" }, { label: t("title") }]}
          />
        }
        title={t("title")}
        lead={t("lead")}
        actions={addresses}
      />
      <LetterList letters={loaderData.letters} />
    </Container>
  );
}
