import type { SubmissionResult } from "@conform-to/react";
import { CohortChoice } from "#app/features/enrolment/components/cohort-choice.tsx";
import type { EnrolmentOffer } from "#app/features/enrolment/find-enrolment-offer.server.ts";
import type { Money } from "#app/features/payment/money/choose-price.ts";
import { Form } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { Buying } from "../checkout/find-buying.server.ts";
import { offeredChoices, singlePrice, writeShown } from "../checkout/offered-choices.ts";
import { choicePrices, PriceNote } from "./buy-price.tsx";
import { PayFields } from "./pay-fields.tsx";
import { ScholarshipNote } from "./scholarships/scholarship-note.tsx";
import { WaitingOrder } from "./waiting-order.tsx";

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
  if (buying.waiting) {
    return (
      <div className="grid gap-3">
        <FormErrors messages={errors.form} />
        <WaitingOrder waiting={buying.waiting} />
      </div>
    );
  }
  const choices = offeredChoices(buying.prices, offer);
  const single = singlePrice(choices);
  const nothingToPay = choices.every((choice) => choice.price.amount === 0);
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
      <PayFields checkout={buying.checkout} nothingToPay={nothingToPay} errors={errors} />
      <Button>{t(nothingToPay ? "buy.take" : "buy.submit")}</Button>
    </Form>
  );
}
