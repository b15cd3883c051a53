import { z } from "zod";
import { CourseGrid } from "#app/features/course/components/course-card.tsx";
import { slugSchema } from "#app/features/course/course-slug-schema.ts";
import { findProgramme } from "#app/features/course/find-programme.server.ts";
import { findProgrammeBuying } from "#app/features/payment/checkout/find-programme-buying.server.ts";
import { handleBuyIntent } from "#app/features/payment/checkout/handle-buy-intent.server.ts";
import { BuyProgrammeBox } from "#app/features/payment/components/buy-programme-box.tsx";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { publicOrigin } from "#app/platform/http/public-origin.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText, useLangOf } from "#app/platform/i18n/local-text.tsx";
import { PageHead } from "#app/platform/i18n/page-head.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Container } from "#app/ui/container.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/programme";

export const loader = declareLoader({
  access: "anyone",
  sameForGuests: true,
  params: z.object({ programme: slugSchema }),
  load: async ({ ctx, params, url }) => {
    const [programme, buying] = await Promise.all([
      findProgramme(ctx, { slug: params.programme }),
      findProgrammeBuying(ctx, params),
    ]);
    return { programme, buying, origin: publicOrigin(url) };
  },
});

export const action = declareAction({
  access: "anyone",
  params: z.object({ programme: slugSchema }),
  act: ({ ctx, form, href, params: { programme }, url }) =>
    handleBuyIntent({ ctx, form, href, sold: { kind: "programme", programme }, origin: publicOrigin(url) }),
});

export default function ProgrammePage({ loaderData, actionData }: Route.ComponentProps) {
  const { programme, buying, origin } = loaderData;
  const { t } = useTranslation("course");
  const { minutes } = useFormats();
  const langOf = useLangOf();
  const { title, summary, courses } = programme;
  return (
    <Container>
      <PageHead
        title={title.text}
        description={summary.text}
        origin={origin}
        path={`/programmes/${programme.slug}`}
        type="article"
      />
      <Breadcrumbs
        label={t("page.path")}
        LinkAs={Link}
        items={[{ label: t("catalogue.title"), to: "/courses" }, { label: <LocalText value={title} /> }]}
      />
      <PageHeader
        eyebrow={t("programme.name")}
        title={title.text}
        lead={summary.text}
        {...langOf(title.locale)}
        className="pt-4"
      />
      {buying ? (
        <div className="max-w-2xl pb-10">
          <BuyProgrammeBox buying={buying} result={actionData?.result} />
        </div>
      ) : null}
      <section aria-labelledby="courses" className="pb-16">
        <h2 id="courses" className="font-bold font-read text-2xl">
          {t("programme.courses")}
        </h2>
        {courses.length > 0 ? (
          <div className="grid gap-4">
            <p className="text-ink-2">
              {t("courses", { count: courses.length })} · {minutes(programme.minutes)}
            </p>
            {programme.certificateRule === "none" ? null : (
              <p className="flex items-start gap-2">
                <Icon name="certificate" className="mt-1 size-5 flex-none text-tile" />
                {t(`certificate.programme.${programme.certificateRule}`)}
              </p>
            )}
            <CourseGrid courses={courses} numbered />
          </div>
        ) : (
          <EmptyState title={t("empty.title")} text={t("empty.nothing")} />
        )}
      </section>
    </Container>
  );
}
