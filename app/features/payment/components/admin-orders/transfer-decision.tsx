import { type ActAnswer, useActFields } from "#app/platform/i18n/use-act-fields.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { OrderActForm } from "./order/act-form.tsx";

type TransferDecisionProps = { transfer: { id: string; mayApprove: boolean }; answer: ActAnswer };

/** Approving or rejecting money that was recorded; who recorded it is told why she cannot approve it. */
export function TransferDecision({ transfer, answer }: TransferDecisionProps) {
  const { t } = useTranslation("orders-admin");
  const fields = useActFields({ answer, intent: "decide", actKey: transfer.id });
  const approve = {
    ...{ label: t("transfer.approve.button"), title: t("transfer.approve.question") },
    ...{ text: t("transfer.approve.consequence"), name: "decision", value: "approve" },
  };
  const reject = {
    ...{ label: t("transfer.reject.button"), title: t("transfer.reject.question") },
    ...{ text: t("transfer.reject.consequence"), name: "decision", value: "reject", quiet: true },
  };
  return (
    <div className="grid gap-3">
      {transfer.mayApprove ? null : <p className="text-ink-2 text-sm">{t("transfer.own")}</p>}
      <OrderActForm
        intent="decide"
        actKey={transfer.id}
        hidden={{ transfer: transfer.id }}
        fields={fields}
        reasonHint={t("transfer.reasonHint")}
        buttons={transfer.mayApprove ? [approve, reject] : [reject]}
      />
    </div>
  );
}
