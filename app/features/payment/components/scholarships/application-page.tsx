import type { SubmissionResult } from "@conform-to/react";
import type { EnrolmentOffer } from "#app/features/enrolment/find-enrolment-offer.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Card } from "#app/ui/card.tsx";
import { Container } from "#app/ui/container.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { MyApplication } from "../../scholarships/find-my-scholarships.server.ts";
import { ApplicationForm } from "./application-form.tsx";
import { ScholarshipState } from "./my-scholarship-card.tsx";
import { ScholarshipActs } from "./scholarship-acts.tsx";
import { ScholarshipAnswer } from "./scholarship-answer.tsx";
import { ScholarshipTag } from "./scholarship-tag.tsx";

type ApplicationPageProps = {
  application: MyApplication;
  offer: EnrolmentOffer;
  owner: string;
  verified: boolean;
  result: SubmissionResult<string[]> | undefined;
  away: boolean;
};

/** Where a learner asks for a scholarship for one course, and sees what came of it. */
export function ApplicationPage({ application, offer, owner, verified, result, away }: ApplicationPageProps) {
  const { t } = useTranslation("scholarships");
  const formats = useFormats();
  const { locale } = usePageContext().formats;
  const title = pickTranslated(application.titles, locale);
  const { newest, hasPlace, slug, price } = application;
  const waits = newest?.status === "waiting";
  const mayAsk = !hasPlace && (!newest || ["waiting", "refused", "withdrawn", "used"].includes(newest.status));
  return (
    <Container width="reading" className="pb-16">
      <PlainHead title={`${t("apply.title")} · ${title.text}`} />
      <PageHeader
        eyebrow={
          <Breadcrumbs
            label={t("ui:breadcrumbs")}
            LinkAs={Link}
            items={[{ label: <LocalText value={title} />, to: `/courses/${slug}` }, { label: t("apply.title") }]}
          />
        }
        title={t("apply.title")}
        lead={t("apply.lead")}
      />
      <div className="grid gap-6">
        <p>{t("apply.price", { price: `\u2068${formats.money(price.amount, price.currency)}\u2069` })}</p>
        {hasPlace ? <HasPlace course={slug} /> : null}
        {newest && !(hasPlace && newest.status === "waiting") ? <Newest application={application} /> : null}
        {verified ? null : (
          <Notice kind="warning" title={t("errors.verifyEmail")}>
            <Link to="/verify-email">{t("enrolment:box.verifyEmail")}</Link>
          </Notice>
        )}
        {mayAsk && verified ? (
          <ApplicationForm
            key={newest ? `${newest.id}-${newest.status}-${newest.text}` : "new"}
            offer={offer}
            sent={waits ? newest : null}
            owner={owner}
            result={result}
            away={away}
          />
        ) : null}
      </div>
    </Container>
  );
}

function HasPlace({ course }: { course: string }) {
  const { t } = useTranslation("scholarships");
  return (
    <Notice kind="success" title={t("errors.held")}>
      <Link to={`/learn/${course}`} className={buttonClass({ kind: "quiet" })}>
        {t("acts.toCourse")}
      </Link>
    </Notice>
  );
}

/** What came of what she asked last. */
function Newest({ application: { newest, slug, left, price } }: { application: MyApplication }) {
  const { t } = useTranslation("scholarships");
  const formats = useFormats();
  if (!newest) return null;
  return (
    <Card as="section" className="grid gap-3" aria-labelledby="newest">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h2 id="newest" className="font-bold font-read text-xl">
          {t("apply.newest")}
        </h2>
        <ScholarshipTag status={newest.status} />
      </div>
      <p className="text-ink-2 text-sm">{t("mine.asked", { date: formats.date(newest.createdAt) })}</p>
      <ScholarshipState scholarship={newest} />
      {newest.status === "granted" && left !== null ? (
        <p>{t("box.left", { amount: `\u2068${formats.money(left, price.currency)}\u2069` })}</p>
      ) : null}
      <ScholarshipAnswer reason={newest.reason} />
      <ScholarshipActs scholarship={newest} course={slug} here="course" />
    </Card>
  );
}
