import { redirect, type ShouldRevalidateFunction } from "react-router";
import { z } from "zod";
import { CohortList } from "#app/features/course/components/cohort-list.tsx";
import { CourseCover } from "#app/features/course/components/course-cover.tsx";
import { CourseFacts } from "#app/features/course/components/course-facts.tsx";
import { CourseLanguageNotice } from "#app/features/course/components/course-language-notice.tsx";
import { CourseOutcomes } from "#app/features/course/components/course-outcomes.tsx";
import { CourseOutline } from "#app/features/course/components/course-outline.tsx";
import { CoursePrerequisites } from "#app/features/course/components/course-prerequisites.tsx";
import { CourseProgrammes } from "#app/features/course/components/course-programmes.tsx";
import { InstructorList } from "#app/features/course/components/instructor-list.tsx";
import { courseJsonLd, coursePicture } from "#app/features/course/course-json-ld.ts";
import { slugSchema } from "#app/features/course/course-slug-schema.ts";
import { findCourse } from "#app/features/course/find-course.server.ts";
import { EnrolBox } from "#app/features/enrolment/components/enrol-box.tsx";
import { findEnrolmentOffer } from "#app/features/enrolment/find-enrolment-offer.server.ts";
import { handleEnrolIntent } from "#app/features/enrolment/handle-enrol-intent.server.ts";
import { findBuying } from "#app/features/payment/checkout/find-buying.server.ts";
import { handleBuyIntent } from "#app/features/payment/checkout/handle-buy-intent.server.ts";
import { BuyBox, showsBuying } from "#app/features/payment/components/buy-box.tsx";
import { CoursePriceTag } from "#app/features/payment/components/course-price-tag.tsx";
import { SeatsLink } from "#app/features/payment/components/groups/ways-to-seats.tsx";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { publicOrigin } from "#app/platform/http/public-origin.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText, useLangOf } from "#app/platform/i18n/local-text.tsx";
import { serverI18n } from "#app/platform/i18n/messages.server.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { PageHead } from "#app/platform/i18n/page-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { saidIn } from "#app/platform/site/site.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/course";

export const loader = declareLoader({
  access: "anyone",
  sameForGuests: true,
  params: z.object({ course: slugSchema }),
  load: async ({ ctx, params, url, href, web }) => {
    const found = await findCourse(ctx, { slug: params.course });
    if ("movedTo" in found) throw redirect(href(`/courses/${found.movedTo}`), 301);
    const { course } = found;
    const origin = publicOrigin(url);
    const academy = saidIn(web.site, ctx.locale).name ?? serverI18n(ctx.locale).t("ui:name");
    const [offer, buying] = await Promise.all([
      findEnrolmentOffer(ctx, { course: course.slug }),
      course.price.amount > 0 ? findBuying(ctx, { course: course.slug }) : null,
    ]);
    const jsonLd = courseJsonLd({ course, academy, locale: ctx.locale, origin, prices: buying?.listed });
    return { course, offer, buying, origin, jsonLd };
  },
});

export const action = declareAction({
  access: "anyone",
  params: z.object({ course: slugSchema }),
  act: ({ ctx, form, href, params: { course }, url }) =>
    form.get("intent") === "buy"
      ? handleBuyIntent({ ctx, form, href, sold: { kind: "course", course }, origin: publicOrigin(url) })
      : handleEnrolIntent({ ctx, form, href, course }),
});

/** What was refused by the state of things is shown beside things as they are: a price that changed, a seat that went. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

/** A data block, which no policy of scripts concerns; the router escapes what could end it. */
export const meta: Route.MetaFunction = ({ loaderData }) =>
  loaderData ? [{ "script:ld+json": loaderData.jsonLd }] : [];

export default function CoursePage({ loaderData, actionData }: Route.ComponentProps) {
  const { course, offer, buying, origin } = loaderData;
  const { t } = useTranslation("course");
  const { locale } = usePageContext().formats;
  const langOf = useLangOf();
  return (
    <Container>
      <PageHead
        title={course.text.title}
        description={course.text.summary}
        origin={origin}
        path={`/courses/${course.slug}`}
        image={{ path: coursePicture(course.slug, locale), alt: course.text.title }}
        type="article"
      />
      <Breadcrumbs
        label={t("page.path")}
        LinkAs={Link}
        items={[
          { label: t("catalogue.title"), to: "/courses" },
          { label: <LocalText value={{ text: course.text.title, locale: course.text.locale }} /> },
        ]}
      />
      <PageHeader
        title={course.text.title}
        lead={course.text.summary}
        {...langOf(course.text.locale)}
        className="pt-4"
      />
      <div className="grid gap-10 pb-16 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <aside aria-label={t("page.facts")} className="lg:order-2">
          <div className="overflow-hidden rounded border border-line bg-surface shadow-card">
            <CourseCover slug={course.slug} sha256={course.coverSha256} eager />
            <div className="grid gap-3 p-5">
              <div className="flex flex-wrap items-center gap-3">
                <CoursePriceTag price={course.price} offer={offer} buying={buying} />
                <CourseProgrammes programmes={course.programmes} />
              </div>
              {showsBuying(offer, buying) ? (
                <BuyBox offer={offer} buying={buying} price={course.price} result={actionData?.result} />
              ) : (
                <EnrolBox offer={offer} result={actionData?.result} />
              )}
              {buying ? <SeatsLink course={course.slug} /> : null}
              <CourseFacts course={course} />
            </div>
          </div>
        </aside>
        <div className="grid min-w-0 content-start gap-10">
          <CourseLanguageNotice course={course} />
          <CourseOutcomes text={course.text} />
          <CoursePrerequisites prerequisites={course.prerequisites} />
          {course.cohorts.length > 0 ? (
            <section aria-labelledby="cohorts">
              <h2 id="cohorts" className="pb-4 font-bold font-read text-2xl">
                {t("cohort.title")}
              </h2>
              <CohortList cohorts={course.cohorts} />
            </section>
          ) : null}
          <section aria-labelledby="outline">
            <h2 id="outline" className="pb-4 font-bold font-read text-2xl">
              {t("page.outline")}
            </h2>
            <CourseOutline course={course} />
          </section>
          {course.instructors.length > 0 ? (
            <section aria-labelledby="instructors">
              <h2 id="instructors" className="pb-4 font-bold font-read text-2xl">
                {t("page.instructors")}
              </h2>
              <InstructorList instructors={course.instructors} />
            </section>
          ) : null}
        </div>
      </div>
    </Container>
  );
}
