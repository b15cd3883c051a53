import { z } from "zod";
import { slugSchema } from "#app/features/course/course-slug-schema.ts";
import { findCertificateBuying } from "#app/features/payment/checkout/find-certificate-buying.server.ts";
import { handleBuyIntent } from "#app/features/payment/checkout/handle-buy-intent.server.ts";
import { BuyCertificateBox } from "#app/features/payment/components/buy-certificate-box.tsx";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { publicOrigin } from "#app/platform/http/public-origin.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/buy-certificate";

const params = z.object({ course: slugSchema });

export const loader = declareLoader({
  access: "signedIn",
  params,
  load: async ({ personCtx, params: { course } }) => {
    const buying = await findCertificateBuying(personCtx(), { course });
    if (!buying) throw notFound();
    return { buying };
  },
});

export const action = declareAction({
  access: "signedIn",
  params,
  act: ({ ctx, form, href, params: { course }, url }) =>
    handleBuyIntent({ ctx, form, href, sold: { kind: "certificate", course }, origin: publicOrigin(url) }),
});

export default function BuyCertificate({ loaderData: { buying }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("payment");
  const { locale } = usePageContext().formats;
  const course = pickTranslated(buying.titles, locale);
  return (
    <Container width="reading" className="pb-12">
      <PlainHead title={t("certificate.title")} />
      <Breadcrumbs
        label={t("ui:breadcrumbs")}
        LinkAs={Link}
        items={[
          { label: <LocalText value={course} />, to: `/courses/${buying.slug}` },
          { label: t("certificate.title") },
        ]}
      />
      <PageHeader title={t("certificate.title")} eyebrow={<LocalText value={course} />} lead={t("certificate.lead")} />
      <BuyCertificateBox buying={buying} result={actionData?.result} />
    </Container>
  );
}
