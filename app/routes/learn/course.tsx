import { redirect } from "react-router";
import { z } from "zod";
import { resultOf } from "#app/features/account/components/form-result.ts";
import { CertificatePanel } from "#app/features/certificate/components/certificate-panel.tsx";
import { findCertificatePanel } from "#app/features/certificate/issuing/find-certificate-panel.server.ts";
import { CohortForm } from "#app/features/enrolment/components/cohort-form.tsx";
import { WithdrawForm } from "#app/features/enrolment/components/withdraw-form.tsx";
import { findEnrolmentOffer } from "#app/features/enrolment/find-enrolment-offer.server.ts";
import { OwnGrades } from "#app/features/gradebook/components/own-grades.tsx";
import { findOwnGrades } from "#app/features/gradebook/find-own-grades.server.ts";
import { findCertificateBuying } from "#app/features/payment/checkout/find-certificate-buying.server.ts";
import { CertificatePrice } from "#app/features/payment/components/certificate-price.tsx";
import { CourseProgress } from "#app/features/progress/components/course-progress.tsx";
import { LessonList } from "#app/features/progress/components/lesson-list.tsx";
import { EndedNotice } from "#app/features/progress/components/player/closed-lesson.tsx";
import { WhyIncomplete } from "#app/features/progress/components/why-incomplete.tsx";
import { findCoursePage } from "#app/features/progress/find-course-page.server.ts";
import { findWhatIsNew, type WhatIsNew } from "#app/features/progress/find-what-is-new.server.ts";
import { followMoves } from "#app/features/progress/follow-moves.server.ts";
import { MyMessages } from "#app/features/roster/components/messages/my-messages.tsx";
import { findMyMessages } from "#app/features/roster/messages/find-my-messages.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Container } from "#app/ui/container.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/course";
import { claim, keepNames, moveToCohort, withdraw } from "./course-actions.server.ts";

const params = z.object({ course: z.string() });

export const loader = declareLoader({
  access: "signedIn",
  params,
  search: z.object({ messages: z.string().max(100).optional().catch(undefined) }),
  load: async ({ personCtx, params: { course }, search, href }) => {
    const ctx = personCtx();
    const page = await followMoves(ctx, { course, href }, () => findCoursePage(ctx, { course }));
    // The course's own page says how to enrol, or how to come back.
    if (!page) throw redirect(href(`/courses/${course}`));
    const [offer, certificate, news, messages, grades] = await Promise.all([
      findEnrolmentOffer(ctx, { course }),
      findCertificatePanel(ctx, { course }),
      findWhatIsNew(ctx, { course }),
      findMyMessages(ctx, { course, after: search.messages }),
      findOwnGrades(ctx, { course }),
    ]);
    const buying = certificate.unpaid ? await findCertificateBuying(ctx, { course }) : null;
    return { ...page, offer, certificate, buying, news, messages, grades, newest: search.messages === undefined };
  },
});

export const action = declareAction({
  access: "signedIn",
  params,
  act: ({ personCtx, params: { course }, form, href }) => {
    const act = { ctx: personCtx(), course, form, href };
    switch (form.get("intent")) {
      case "withdraw":
        return withdraw(act);
      case "change-cohort":
        return moveToCohort(act);
      case "check-names":
        return keepNames(act);
      case "claim-certificate":
        return claim(act);
      default:
        throw notFound();
    }
  },
});

export default function LearnCourse({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("learn");
  const { locale } = usePageContext().formats;
  const { course, cohort, progress, missing, completedAt, outline, next, early, offer, certificate } = loaderData;
  const { endedAt, openUntil } = loaderData;
  const moving = resultOf(actionData, "change-cohort");
  const title = pickTranslated(course.titles, locale);
  return (
    <Container width="reading" className="pb-12">
      <title>{`${title.text} · ${t("title")} · ${t("ui:name")}`}</title>
      <Breadcrumbs
        label={t("ui:breadcrumbs")}
        items={[{ label: t("title"), to: "/learn" }, { label: <LocalText value={title} /> }]}
        LinkAs={Link}
      />
      <PageHeader
        title={<LocalText value={title} />}
        actions={
          next && !early ? (
            <Link to={`/learn/${course.slug}/${next.slug}`} className={buttonClass()}>
              {t(`goOn.${next.why}`)}
            </Link>
          ) : null
        }
      />
      <div className="grid gap-6">
        <CourseProgress {...progress} className="max-w-md" />
        {cohort ? <CohortNotice cohort={cohort} early={early} /> : null}
        {endedAt ? <EndedNotice endedAt={endedAt} /> : null}
        {openUntil ? <OpenUntil at={openUntil} /> : null}
        <div id="missing">
          <WhyIncomplete
            course={course.slug}
            missing={missing}
            finished={progress.finished}
            completedAt={progress.finished ? completedAt : null}
          />
        </div>
        <CertificatePanel
          panel={certificate}
          title={title.text}
          missing="#missing"
          result={resultOf(actionData, "check-names")}
          offer={loaderData.buying ? <CertificatePrice buying={loaderData.buying} /> : null}
        />
        <News news={loaderData.news} />
        <MyMessages course={course.slug} messages={loaderData.messages} first={loaderData.newest} />
        <section aria-labelledby="outline">
          <h2 id="outline" className="mb-3 font-bold font-read text-2xl">
            {t("outline")}
          </h2>
          <LessonList course={course.slug} sections={outline} />
        </section>
        <OwnGrades
          course={course.slug}
          grades={loaderData.grades}
          lessons={outline.flatMap(({ lessons }) => lessons)}
        />
        <Disclosure summary={t("place")} open={moving !== undefined}>
          <div className="grid justify-items-start gap-8 pt-2">
            <CohortForm offer={offer} result={moving} />
            <WithdrawForm />
          </div>
        </Disclosure>
      </div>
    </Container>
  );
}

function OpenUntil({ at }: { at: Date }) {
  const { t } = useTranslation("learn");
  const formats = useFormats();
  return <p className="text-ink-2">{t("closed.openUntil", { at: formats.moment(at) })}</p>;
}

/** What those who teach wrote of the newest release. */
function News({ news }: { news: WhatIsNew | null }) {
  const { t } = useTranslation("learn");
  const formats = useFormats();
  if (!news) return null;
  return (
    <Notice kind="info" title={t("news", { date: formats.date(news.at) })}>
      <p className="whitespace-pre-line">
        <LocalText value={news.notes} />
      </p>
    </Notice>
  );
}

function CohortNotice({ cohort, early }: { cohort: { startsAt: Date; endsAt: Date }; early: boolean }) {
  const { t } = useTranslation("learn");
  const formats = useFormats();
  const [from, to] = [formats.date(cohort.startsAt), formats.date(cohort.endsAt)];
  if (!early) return <p className="text-ink-2">{t("cohort.dates", { from, to })}</p>;
  return (
    <Notice kind="info" title={t("cohort.starts", { date: formats.moment(cohort.startsAt) })}>
      {t("cohort.early")}
    </Notice>
  );
}
