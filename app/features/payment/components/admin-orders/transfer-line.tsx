import { formatDate } from "#app/platform/i18n/format.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";

type Named = { name: string } | null;
type Transfer = {
  kind: "bank" | "cash";
  reference: string;
  amount: number;
  receivedOn: Date;
  recordedAt: Date;
  approvedAt: Date | null;
  rejectedAt: Date | null;
  recordedBy: Named;
  approvedBy: Named;
  rejectedBy: Named;
};

/** Money that came by a bank or in cash: how much, by which reference, who recorded it and who decided. */
export function TransferLine({ transfer, currency }: { transfer: Transfer; currency: string }) {
  const { t } = useTranslation("orders-admin");
  const formats = useFormats();
  // A day without a time, kept as midnight in UTC.
  const choice = usePageContext().formats;
  const gone = t("reasons.someoneGone");
  const { approvedAt, rejectedAt } = transfer;
  return (
    <div>
      <p className="flex flex-wrap items-baseline gap-x-3 font-semibold">
        <bdi className="tabular-nums">{formats.money(transfer.amount, currency)}</bdi>
        <span>{t(`transfer.kind.${transfer.kind}`)}</span>
        <bdi className="wrap-anywhere">{transfer.reference}</bdi>
      </p>
      <p className="text-sm">
        {t("transfer.received", { date: formatDate(transfer.receivedOn, { ...choice, timeZone: "UTC" }) })}
      </p>
      <Who label={t("transfer.recorded")} name={transfer.recordedBy?.name ?? gone} at={transfer.recordedAt} />
      {approvedAt ? (
        <Who label={t("transfer.approved")} name={transfer.approvedBy?.name ?? gone} at={approvedAt} />
      ) : null}
      {rejectedAt ? (
        <Who label={t("transfer.rejected")} name={transfer.rejectedBy?.name ?? gone} at={rejectedAt} />
      ) : null}
    </div>
  );
}

function Who({ label, name, at }: { label: string; name: string; at: Date }) {
  const formats = useFormats();
  return (
    <p className="text-ink-2 text-sm">
      {label}: <bdi>{name}</bdi> · {formats.moment(at)}
    </p>
  );
}
