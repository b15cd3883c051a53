import { writeAmount } from "#app/platform/i18n/amount.ts";
import { Form } from "#app/platform/i18n/link.tsx";
import { type ActAnswer, useActFields } from "#app/platform/i18n/use-act-fields.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { SectionCard } from "#app/ui/section-card.tsx";
import type { OrderForAdmin } from "../../../orders/find-order.server.ts";
import { OrderActForm } from "./act-form.tsx";

type OrderProps = { order: OrderForAdmin; answer: ActAnswer };

/** What may be done with an order now, and why money is not to be given back where it is not. */
export function OrderDo({ order, answer }: OrderProps) {
  const { t } = useTranslation("orders-admin");
  const { may } = order;
  const nothing = !(may.refund || may.cancel || may.ask || may.record);
  return (
    <SectionCard title={t("act.title")}>
      <div className="grid gap-2">
        {may.record ? <Record order={order} answer={answer} /> : null}
        {may.refund ? <RefundForm order={order} answer={answer} /> : null}
        {order.paidAt && !may.refund ? (
          <p className="text-ink-2 text-sm">{t(order.disputed ? "act.refund.disputed" : "act.refund.none")}</p>
        ) : null}
        {may.cancel ? <Cancel answer={answer} /> : null}
        {may.ask ? <Ask answer={answer} /> : null}
        {nothing && !order.paidAt ? <p className="text-ink-2 text-sm">{t("act.nothing")}</p> : null}
      </div>
    </SectionCard>
  );
}

function RefundForm({ order, answer }: OrderProps) {
  const { t } = useTranslation("orders-admin");
  const formats = useFormats();
  const fields = useActFields({ answer, intent: "refund" });
  const { rest, currency, method } = order;
  const access = (["keep", "take"] as const).map((value) => {
    return { value, label: t(`act.refund.${value}`), hint: t(`act.refund.${value}Hint`) };
  });
  const how = method === "checkout" ? "act.refund.atStripe" : "act.refund.byHand";
  return (
    <Disclosure summary={t("act.refund.title")} open={fields.refused}>
      <OrderActForm
        intent="refund"
        hidden={{ seenRest: rest }}
        fields={fields}
        buttons={[{ label: t("act.refund.button"), title: t("act.refund.question"), text: t(how), danger: true }]}
      >
        <p>{t("act.refund.rest", { amount: formats.money(rest, currency) })}</p>
        <Field
          className="w-full max-w-xs"
          label={t("act.refund.amount", { currency })}
          hint={t("act.refund.amountHint")}
          inputMode="decimal"
          dir="ltr"
          autoComplete="off"
          maxLength={40}
          placeholder={writeAmount(rest, currency)}
          {...fields.line("amount")}
        />
        <RadioGroup legend={t("act.refund.access")} options={access} required {...fields.line("access")} />
      </OrderActForm>
    </Disclosure>
  );
}

function Record({ order, answer }: OrderProps) {
  const { t } = useTranslation("orders-admin");
  const formats = useFormats();
  const fields = useActFields({ answer, intent: "record" });
  const kinds = (["bank", "cash"] as const).map((value) => ({ value, label: t(`transfer.kind.${value}`) }));
  return (
    <Disclosure summary={t("act.record.title")} open={fields.refused}>
      <p className="mb-4 max-w-prose text-ink-2">{t("act.record.text")}</p>
      <OrderActForm
        intent="record"
        fields={fields}
        withoutReason
        buttons={[
          { label: t("act.record.button"), title: t("act.record.question"), text: t("act.record.consequence") },
        ]}
      >
        <RadioGroup legend={t("transfer.kind.label")} options={kinds} required {...fields.line("kind", "bank")} />
        <Field
          className="w-full max-w-xl"
          label={t("transfer.reference")}
          hint={t("transfer.referenceHint")}
          dir="auto"
          autoComplete="off"
          required
          maxLength={140}
          {...fields.line("reference")}
        />
        <Field
          className="w-full max-w-xs"
          label={t("act.record.amount", { currency: order.currency })}
          hint={t("act.record.amountHint", { amount: formats.money(order.amount, order.currency) })}
          inputMode="decimal"
          dir="ltr"
          autoComplete="off"
          required
          maxLength={40}
          {...fields.line("amount")}
        />
        <Field
          className="w-full max-w-xs"
          type="date"
          label={t("transfer.receivedOn")}
          required
          {...fields.line("receivedOn")}
        />
      </OrderActForm>
    </Disclosure>
  );
}

function Cancel({ answer }: { answer: ActAnswer }) {
  const { t } = useTranslation("orders-admin");
  const fields = useActFields({ answer, intent: "cancel" });
  return (
    <Disclosure summary={t("act.cancel.title")} open={fields.refused}>
      <OrderActForm
        intent="cancel"
        fields={fields}
        buttons={[
          {
            label: t("act.cancel.button"),
            title: t("act.cancel.question"),
            text: t("act.cancel.consequence"),
            danger: true,
          },
        ]}
      />
    </Disclosure>
  );
}

function Ask({ answer }: { answer: ActAnswer }) {
  const { t } = useTranslation("orders-admin");
  const fields = useActFields({ answer, intent: "ask" });
  return (
    <Form method="post" className="grid justify-items-start gap-3 border-line border-t pt-4">
      <input type="hidden" name="intent" value="ask" />
      <input type="hidden" name="key" value="" />
      <FormErrors messages={fields.messages} />
      <Button kind="quiet">{t("act.ask.button")}</Button>
      <p className="text-ink-2 text-sm">{t("act.ask.text")}</p>
    </Form>
  );
}
