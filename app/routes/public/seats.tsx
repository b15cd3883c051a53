import { z } from "zod";
import { slugSchema } from "#app/features/course/course-slug-schema.ts";
import { findSeatsOffer } from "#app/features/payment/access/find-seats-offer.server.ts";
import { handleSeatsIntent } from "#app/features/payment/checkout/handle-seats-intent.server.ts";
import { SeatsForm } from "#app/features/payment/components/groups/seats-form.tsx";
import { isAway, orAway } from "#app/platform/browser/or-away.ts";
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
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/seats";

const params = z.object({ course: slugSchema });

export const loader = declareLoader({
  access: "anyone",
  params,
  load: ({ ctx, params: { course } }) => findSeatsOffer(ctx, { course }),
});

export const action = declareAction({
  access: "anyone",
  params,
  act: ({ ctx, form, href, params: { course }, url }) =>
    handleSeatsIntent({ ctx, form, href, course, origin: publicOrigin(url) }),
});

/** A dead line leaves her where she is, with what she typed. */
export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orAway(serverAction);

export default function Seats({ loaderData: offer, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("groups");
  const { locale } = usePageContext().formats;
  const title = pickTranslated(offer.titles, locale);
  const places = [
    { label: t("course:catalogue.title"), to: "/courses" },
    { label: <LocalText value={title} />, to: `/courses/${offer.slug}` },
    { label: t("seats.title") },
  ];
  return (
    <Container width="reading" className="pb-16">
      <PlainHead title={`${t("seats.title")} · ${title.text}`} />
      <PageHeader
        eyebrow={<Breadcrumbs items={places} label={t("ui:breadcrumbs")} LinkAs={Link} />}
        title={t("seats.title")}
        lead={<LocalText value={title} />}
      />
      <div className="grid gap-6">
        <p>{t("seats.lead")}</p>
        {isAway(actionData) ? <Notice kind="warning">{t("away")}</Notice> : null}
        <SeatsForm offer={offer} result={isAway(actionData) ? undefined : actionData?.result} />
      </div>
    </Container>
  );
}
