import type { SubmissionResult } from "@conform-to/react";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { EnrolmentOffer } from "../find-enrolment-offer.server.ts";
import { CohortChoice } from "./cohort-choice.tsx";

/** How to enrol in a course, or to go on with it. `result` is what the form's action refused. */
export function EnrolBox({ offer, result }: { offer: EnrolmentOffer; result?: SubmissionResult<string[]> }) {
  const { t } = useTranslation("enrolment");
  const errors = useFormErrors(result);
  if (offer.enrolment?.state === "active") {
    return (
      <div className="grid gap-3">
        <FormErrors messages={errors.form} />
        <p className="flex items-center gap-2 font-semibold text-ok">
          <Icon name="check-circle" />
          {t("box.enrolled")}
        </p>
        <Link to={`/learn/${offer.slug}`} className={buttonClass()}>
          {t("box.continue")}
        </Link>
      </div>
    );
  }
  if (offer.refusal) return <Refusal offer={offer} refusal={offer.refusal} />;
  return <EnrolForm offer={offer} result={result} />;
}

function EnrolForm({ offer, result }: { offer: EnrolmentOffer; result?: SubmissionResult<string[]> }) {
  const { t } = useTranslation("enrolment");
  const formats = useFormats();
  const errors = useFormErrors(result);
  const returns = offer.enrolment !== null;
  return (
    <Form method="post" action={`/courses/${offer.slug}`} className="grid gap-4">
      <input type="hidden" name="intent" value="enrol" />
      <FormErrors messages={errors.form} />
      {returns ? <Notice kind="info">{t("box.comeBackHint")}</Notice> : null}
      <CohortChoice
        offer={offer}
        legend={t("box.chooseCohort")}
        chosen={errors.typed("cohort")}
        error={errors.field("cohort")}
      />
      <Button>{t(returns ? "box.comeBack" : "box.enrol")}</Button>
      <ul className="grid gap-1 text-ink-2 text-sm empty:hidden">
        {offer.freeSeats === null ? null : <li>{t("box.seats", { count: offer.freeSeats })}</li>}
        {offer.enrolmentClosesAt ? <li>{t("box.closes", { date: formats.date(offer.enrolmentClosesAt) })}</li> : null}
      </ul>
    </Form>
  );
}

function Refusal({ offer, refusal }: { offer: EnrolmentOffer; refusal: NonNullable<EnrolmentOffer["refusal"]> }) {
  const { t } = useTranslation("enrolment");
  const formats = useFormats();
  const { formats: reader } = usePageContext();
  return (
    <Notice kind="warning" title={t(`errors.${refusal}`)}>
      {refusal === "notOpenYet" && offer.enrolmentOpensAt ? (
        <p>{t("box.opens", { date: formats.date(offer.enrolmentOpensAt) })}</p>
      ) : null}
      {refusal === "prerequisites" ? (
        <ul className="grid gap-1">
          {offer.prerequisites.map(({ slug, titles }) => {
            const title = pickTranslated(titles, reader.locale);
            return (
              <li key={slug}>
                <Link to={`/courses/${slug}`} className="inline-flex min-h-11 items-center">
                  <LocalText value={title} />
                </Link>
              </li>
            );
          })}
        </ul>
      ) : null}
      {refusal === "verifyEmail" ? <Link to="/verify-email">{t("box.verifyEmail")}</Link> : null}
    </Notice>
  );
}
