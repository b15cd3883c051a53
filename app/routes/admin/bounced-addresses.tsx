import { z } from "zod";
import { resultOf } from "#app/features/account/components/form-result.ts";
import { findBouncedAddresses, retryAddress } from "#app/features/notification/bounced-addresses.server.ts";
import { BouncedAddresses } from "#app/features/notification/components/bounced-addresses.tsx";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Container } from "#app/ui/container.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PageLinks } from "#app/ui/page-links.tsx";
import type { Route } from "./+types/bounced-addresses";

const ROOM = "/admin/mails/addresses";

export const loader = declareLoader({
  access: "admin",
  search: z.object({ after: z.string().max(320).optional() }),
  load: ({ personCtx, search }) => findBouncedAddresses(personCtx(), { after: search.after }),
});

export const action = declareAction({
  access: "admin",
  act: ({ form, personCtx, href }) =>
    handleForm({
      form,
      schema: z.object({ email: z.string().max(320), reason: z.string().trim().min(3).max(500) }),
      run: async (address) => {
        await retryAddress(personCtx(), address);
        return redirectWithNotice(href(ROOM), "mails-admin:addresses.done");
      },
    }),
});

export default function BouncedAddressesRoute({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("mails-admin");
  const { addresses, next } = loaderData;
  return (
    <Container className="pb-16">
      <PlainHead title={t("addresses.title")} />
      <PageHeader
        eyebrow={
          <Breadcrumbs
            label={t("ui:breadcrumbs")}
            LinkAs={Link}
            items={[
              { label: t("admin:title"), to: "/admin" },
              { label: t("title"), to: "/admin/mails" },
              { label: t("addresses.title") },
            ]}
          />
        }
        title={t("addresses.title")}
        lead={t("addresses.lead")}
      />
      {addresses.length > 0 ? (
        <BouncedAddresses addresses={addresses} result={resultOf(actionData)} />
      ) : (
        <EmptyState title={t("addresses.empty")} text={t("addresses.emptyText")} />
      )}
      <PageLinks
        next={next && `${ROOM}?${new URLSearchParams({ after: next })}`}
        labels={{ navigation: t("ui:pages.navigation"), next: t("ui:pages.next"), previous: t("ui:pages.previous") }}
        LinkAs={Link}
      />
    </Container>
  );
}
