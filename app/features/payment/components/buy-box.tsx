import type { SubmissionResult } from "@conform-to/react";
import { CohortChoice } from "#app/features/enrolment/components/cohort-choice.tsx";
import type { EnrolmentOffer } from "#app/features/enrolment/find-enrolment-offer.server.ts";
import type { Money } from "#app/features/payment/money/choose-price.ts";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import type { Buying } from "../checkout/find-buying.server.ts";
import { offeredChoices, singlePrice, writeShown } from "../checkout/offered-choices.ts";
import { choicePrices, PriceNote } from "./buy-price.tsx";
import { ScholarshipNote } from "./scholarships/scholarship-note.tsx";

type BuyBoxProps = {
  offer: EnrolmentOffer;
  buying: Buying;
  /** What the course costs in itself. */
  price: Money;
  result?: SubmissionResult<string[]>;
};

/** Whether somebody is shown how to buy, rather than how to enrol: who came before comes back without paying. */
export function showsBuying(offer: EnrolmentOffer, buying: Buying | null): buying is Buying {
  if (!buying || offer.enrolment?.state === "active") return false;
  if (buying.waiting || offer.refusal === "paymentNeeded") return true;
  return offer.refusal === null && offer.enrolment === null;
}

/** How to buy a course: when to learn, what makes it cheaper, and how to pay. `result` is what the form's action refused. */
export function BuyBox({ offer, buying, price, result }: BuyBoxProps) {
  const { t } = useTranslation("payment");
  const errors = useFormErrors(result);
  if (buying.waiting) return <Waiting waiting={buying.waiting} />;
  const choices = offeredChoices(buying.prices, offer);
  const single = singlePrice(choices);
  const nothingToPay = choices.every((choice) => choice.price.amount === 0);
  const ways = [
    ...(buying.checkout ? [{ value: "checkout", label: t("buy.checkout"), hint: t("buy.checkoutHint") }] : []),
    { value: "transfer", label: t("buy.transfer"), hint: t("buy.transferHint") },
  ];
  return (
    <Form id="buy" method="post" action={`/courses/${offer.slug}`} className="grid scroll-mt-4 gap-4">
      <input type="hidden" name="intent" value="buy" />
      <FormErrors messages={errors.form} />
      <input type="hidden" name="shown" value={writeShown(choices)} />
      {single ? <PriceNote price={single} instead={price} /> : null}
      {nothingToPay ? null : <ScholarshipNote course={offer.slug} scholarship={buying.scholarship} price={single} />}
      <CohortChoice
        offer={offer}
        legend={t("enrolment:box.chooseCohort")}
        aside={single ? undefined : choicePrices(choices)}
        chosen={errors.typed("cohort")}
        error={errors.field("cohort")}
      />
      {nothingToPay ? null : (
        <RadioGroup
          legend={t("buy.method")}
          name="method"
          options={ways}
          defaultValue={errors.typed("method") ?? ways[0]?.value}
          error={errors.field("method")}
          required
        />
      )}
      {buying.checkout || nothingToPay ? null : <p className="text-ink-2 text-sm">{t("buy.noCheckout")}</p>}
      <Field
        label={t("buy.code")}
        hint={t("buy.codeHint")}
        name="coupon"
        dir="ltr"
        autoComplete="off"
        maxLength={60}
        defaultValue={errors.typed("coupon")}
        error={errors.field("coupon")}
      />
      <Button>{t(nothingToPay ? "buy.take" : "buy.submit")}</Button>
    </Form>
  );
}

function Waiting({ waiting }: { waiting: NonNullable<Buying["waiting"]> }) {
  const { t } = useTranslation("payment");
  return (
    <Notice kind="info">
      <p className="pb-3">{t(waiting.state === "pending" ? "buy.waiting.pending" : "buy.waiting.open")}</p>
      <Link to={`/account/orders/${waiting.number}`} className={buttonClass({ kind: "quiet" })}>
        {t("buy.toOrder")}
      </Link>
    </Notice>
  );
}
