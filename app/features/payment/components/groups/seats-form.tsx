import type { SubmissionResult } from "@conform-to/react";
import { useState } from "react";
import { CohortChoice } from "#app/features/enrolment/components/cohort-choice.tsx";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { westernDigits } from "#app/platform/i18n/western-digits.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import type { SeatsOffer } from "../../access/find-seats-offer.server.ts";
import { MOST_SEATS } from "../../access/most-seats.ts";
import { OWN_PACE, writeShown } from "../../checkout/offered-choices.ts";

type SeatsFormProps = { offer: SeatsOffer; result: SubmissionResult<string[]> | undefined };

function choicesOf({ selfPaced, cohorts, price }: SeatsOffer) {
  const dated = cohorts.map((cohort) => ({ value: cohort.id, price: cohort.price }));
  return selfPaced ? [{ value: OWN_PACE, price }, ...dated] : dated;
}

/** What a seat costs, where it costs the same whenever one learns. */
function samePrice(offer: SeatsOffer) {
  const [first, ...others] = choicesOf(offer).map(({ price }) => price);
  const isFirst = ({ amount, currency }: SeatsOffer["price"]) =>
    amount === first?.amount && currency === first.currency;
  return others.every(isFirst) ? first : undefined;
}

/** Buys seats in a course for others: how many, when they learn, and how it is paid. */
export function SeatsForm({ offer, result }: SeatsFormProps) {
  const { t } = useTranslation("groups");
  const errors = useFormErrors(result);
  if (offer.waiting) return <Waiting waiting={offer.waiting} />;
  if (offer.refusal) return <Notice kind="info">{t(`enrolment:errors.${offer.refusal}`)}</Notice>;
  const choices = choicesOf(offer);
  const same = samePrice(offer);
  const ways = [
    ...(offer.checkout ? [{ value: "checkout", label: t("payment:buy.checkout"), hint: t("seats.checkoutHint") }] : []),
    { value: "transfer", label: t("payment:buy.transfer"), hint: t("seats.transferHint") },
  ];
  return (
    <Form method="post" noValidate className="grid gap-5">
      <FormErrors messages={errors.form} />
      <input type="hidden" name="shown" value={writeShown(choices)} />
      <Quantity offer={offer} same={same} typed={errors.typed("quantity")} error={errors.field("quantity")} />
      <CohortChoice
        offer={offer}
        legend={t("seats.when")}
        aside={same ? undefined : (value) => <Price price={choices.find((choice) => choice.value === value)?.price} />}
        chosen={errors.typed("cohort")}
        error={errors.field("cohort")}
      />
      <RadioGroup
        legend={t("payment:buy.method")}
        name="method"
        options={ways}
        defaultValue={errors.typed("method") ?? ways[0]?.value}
        error={errors.field("method")}
        required
      />
      {offer.checkout ? null : <p className="text-ink-2 text-sm">{t("seats.noCheckout")}</p>}
      <div>
        <Button>{t("seats.submit")}</Button>
      </div>
    </Form>
  );
}

function Price({ price }: { price: SeatsOffer["price"] | undefined }) {
  const { t } = useTranslation("groups");
  const { money } = useFormats();
  if (!price) return null;
  return (
    <span className="block">{t("seats.each", { price: `\u2068${money(price.amount, price.currency)}\u2069` })}</span>
  );
}

type QuantityProps = {
  offer: SeatsOffer;
  same: SeatsOffer["price"] | undefined;
  typed: string | undefined;
  error: string | undefined;
};

/** How many, and what they come to where every choice costs the same. */
function Quantity({ offer, same, typed, error }: QuantityProps) {
  const { t } = useTranslation("groups");
  const formats = useFormats();
  const [quantity, setQuantity] = useState(typed ?? "");
  const count = Number(westernDigits(quantity));
  const total = same && Number.isInteger(count) && count > 0 && count <= MOST_SEATS ? same.amount * count : undefined;
  return (
    <div className="grid gap-2">
      {same ? (
        <p className="font-semibold text-lg">
          <Price price={same} />
        </p>
      ) : null}
      <Field
        className="max-w-60"
        name="quantity"
        inputMode="numeric"
        autoComplete="off"
        required
        label={t("seats.quantity")}
        hint={offer.freeSeats === null ? t("seats.quantityHint") : t("seats.free", { count: offer.freeSeats })}
        value={quantity}
        onChange={(event) => setQuantity(event.target.value)}
        error={error}
      />
      <p role="status" className="empty:sr-only">
        {total !== undefined && same
          ? t("seats.total", { amount: `\u2068${formats.money(total, same.currency)}\u2069` })
          : null}
      </p>
    </div>
  );
}

function Waiting({ waiting }: { waiting: NonNullable<SeatsOffer["waiting"]> }) {
  const { t } = useTranslation("groups");
  return (
    <Notice kind="info">
      <p className="pb-3">{t(waiting.state === "pending" ? "seats.waiting.pending" : "seats.waiting.open")}</p>
      <Link to={`/account/orders/${waiting.number}`} className={buttonClass({ kind: "quiet" })}>
        {t("payment:buy.toOrder")}
      </Link>
    </Notice>
  );
}
