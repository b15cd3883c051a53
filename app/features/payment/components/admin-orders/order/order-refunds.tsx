import { type ActAnswer, useActFields } from "#app/platform/i18n/use-act-fields.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { SectionCard } from "#app/ui/section-card.tsx";
import type { OrderForAdmin } from "../../../orders/find-order.server.ts";
import { OrderActForm } from "./act-form.tsx";

type OrderProps = { order: OrderForAdmin; answer: ActAnswer };
type Refund = OrderForAdmin["refunds"][number];

/** Each refund of an order, how it stands, and what is to be done where it does not go on by itself. */
export function OrderRefunds({ order, answer }: OrderProps) {
  const { t } = useTranslation("orders-admin");
  if (order.refunds.length === 0) return null;
  return (
    <SectionCard title={t("refund.title")}>
      <ul className="grid gap-5">
        {order.refunds.map((refund) => (
          <li key={refund.id} className="grid gap-2 border-line border-s-4 ps-3">
            <RefundLine refund={refund} currency={order.currency} />
            {refund.mayConfirm ? <Confirm refund={refund} answer={answer} /> : null}
            {refund.mayRetry ? <Retry refund={refund} answer={answer} atStripe={order.method === "checkout"} /> : null}
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}

function RefundLine({ refund, currency }: { refund: Refund; currency: string }) {
  const { t } = useTranslation("orders-admin");
  const formats = useFormats();
  const state = refund.state === "asked" && refund.byHand ? "byHand" : refund.state;
  return (
    <div>
      <p className="flex flex-wrap items-baseline gap-x-3 font-semibold">
        <bdi className="tabular-nums">{formats.money(refund.amount, currency)}</bdi>
        <span>{t(`refund.state.${state}`)}</span>
      </p>
      <p className="text-ink-2 text-sm">
        {refund.askedBy ? (
          <>
            <bdi>{refund.askedBy.name}</bdi>
            {" · "}
          </>
        ) : null}
        {formats.moment(refund.endedAt ?? refund.askedAt)}
      </p>
      <p className="text-sm">
        {t(`refund.cause.${refund.cause}`)} {refund.keepsAccess ? t("refund.keeps") : t("refund.takes")}{" "}
        {refund.retried ? t("refund.retried") : null}
      </p>
      {refund.cause === "decided" ? (
        <p dir="auto" className="whitespace-pre-line text-sm">
          {refund.reason}
        </p>
      ) : null}
    </div>
  );
}

function Confirm({ refund, answer }: { refund: Refund; answer: ActAnswer }) {
  const { t } = useTranslation("orders-admin");
  const fields = useActFields({ answer, intent: "confirm", actKey: refund.id });
  return (
    <Disclosure summary={t("act.confirm.title")} open={fields.refused}>
      <OrderActForm
        intent="confirm"
        actKey={refund.id}
        hidden={{ refund: refund.id }}
        fields={fields}
        reasonLabel={t("act.confirm.how")}
        reasonHint={t("act.confirm.howHint")}
        buttons={[
          { label: t("act.confirm.button"), title: t("act.confirm.question"), text: t("act.confirm.consequence") },
        ]}
      />
    </Disclosure>
  );
}

function Retry({ refund, answer, atStripe }: { refund: Refund; answer: ActAnswer; atStripe: boolean }) {
  const { t } = useTranslation("orders-admin");
  const fields = useActFields({ answer, intent: "retry", actKey: refund.id });
  const ways = (["stripe", "hand"] as const)
    .filter((way) => way === "hand" || atStripe)
    .map((value) => ({ value, label: t(`act.retry.${value}`), hint: t(`act.retry.${value}Hint`) }));
  return (
    <Disclosure summary={t("act.retry.title")} open={fields.refused}>
      <OrderActForm
        intent="retry"
        actKey={refund.id}
        hidden={{ refund: refund.id }}
        fields={fields}
        buttons={[{ label: t("act.retry.button"), title: t("act.retry.question"), text: t("act.retry.consequence") }]}
      >
        <RadioGroup legend={t("act.retry.way")} options={ways} required {...fields.line("way", ways[0]?.value)} />
      </OrderActForm>
    </Disclosure>
  );
}
