import { useQuietRefresh } from "#app/platform/browser/use-quiet-refresh.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { ReconciliationReport as Report } from "../../orders/find-reconciliations.server.ts";
import { ReconciliationTag } from "./reconciliation-list.tsx";
import { StripeName } from "./stripe-name.tsx";

/** What a comparison found, what of it was mended, and what to do about the rest. */
export function ReconciliationReport({ report }: { report: Report }) {
  const { t } = useTranslation("orders-admin");
  const { differences, standing } = report;
  const open = differences.filter(({ mended }) => !mended);
  const mended = differences.filter((one) => one.mended);
  return (
    <div className="grid gap-8">
      <Standing report={report} />
      {standing === "finished" && differences.length === 0 ? (
        <EmptyState title={t("compare.none.title")} text={t("compare.none.text")} />
      ) : null}
      <Differences title={t("compare.toDo")} differences={open} />
      <Differences title={t("compare.mended")} lead={t("compare.mendedText")} differences={mended} />
    </div>
  );
}

function Standing({ report }: { report: Report }) {
  const { t } = useTranslation("orders-admin");
  const { standing, compared, expected } = report;
  const { late } = useQuietRefresh(standing === "going");
  return (
    <div className="grid gap-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <ReconciliationTag row={report} />
        <span className="text-ink-2">{t("compare.compared", { count: compared })}</span>
      </p>
      {standing === "going" ? (
        <>
          <ProgressBar label={t("compare.progress")} value={expected > 0 ? Math.min(1, compared / expected) : 0} />
          <p role="status" className="text-ink-2 text-sm">
            {t(late ? "compare.late" : "compare.going")}
          </p>
        </>
      ) : null}
      {standing === "stopped" ? (
        <Notice kind="warning">
          {t(report.stoppedBy === "stripeAway" ? "compare.stoppedAway" : "compare.stoppedFault")}
        </Notice>
      ) : null}
      {standing === "lost" ? <Notice kind="warning">{t("compare.lost")}</Notice> : null}
    </div>
  );
}

type Difference = Report["differences"][number];

function Differences({
  title,
  lead,
  differences,
}: {
  title: string;
  lead?: string;
  differences: readonly Difference[];
}) {
  if (differences.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className="mb-2 font-bold font-read text-2xl">{title}</h2>
      {lead ? <p className="mb-4 max-w-prose text-ink-2">{lead}</p> : null}
      <ul className="grid rounded border border-line bg-surface">
        {differences.map((one) => (
          <li
            key={`${one.kind} ${one.orderId} ${one.sessionId} ${one.detail}`}
            className="grid gap-1 border-line border-t px-4 py-3 first:border-t-0"
          >
            <DifferenceLine difference={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const brokenWays = [
  "sums",
  "refunds",
  "noSeatNoRefund",
  "unsettled",
  "seatUnpaid",
  "seatHeldForNothing",
  "refundFailed",
];

function DifferenceLine({ difference }: { difference: Difference }) {
  const { t } = useTranslation("orders-admin");
  const formats = useFormats();
  const { kind, order, sessionId, detail, mended } = difference;
  const way = kind === "broken" && brokenWays.includes(detail) ? detail : undefined;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {order ? (
          <Link to={`/admin/orders/${order.number}`} className="inline-flex min-h-11 items-center font-semibold">
            {t("order.title", { number: formats.number(order.number) })}
          </Link>
        ) : (
          <span className="font-semibold">{t("compare.noOrder")}</span>
        )}
        {order ? <bdi className="text-ink-2">{order.buyerName}</bdi> : null}
        {mended ? <Tag kind="tile">{t("compare.mendedTag")}</Tag> : null}
      </p>
      <p>{t(way ? `compare.broken.${way}` : `compare.kind.${kind}`)}</p>
      <Amounts difference={difference} />
      {mended ? null : (
        <p className="text-ink-2 text-sm">{t(way ? `compare.doBroken.${way}` : `compare.do.${kind}`)}</p>
      )}
      {sessionId ? <StripeName>{sessionId}</StripeName> : null}
      {kind === "unanswered" ? <StripeName>{detail}</StripeName> : null}
    </>
  );
}

/** Sums that differ stand in the detail as `here there currency`, in minor units. */
function Amounts({ difference: { kind, detail } }: { difference: Difference }) {
  const { t } = useTranslation("orders-admin");
  const formats = useFormats();
  const [, here, there, currency] = /^(\d+) (\d+) ([A-Z]{3})$/.exec(detail) ?? [];
  if ((kind !== "amount" && kind !== "refunds") || !currency) return null;
  const money = (amount: string | undefined) => formats.money(Number(amount), currency);
  return <p className="text-sm">{t("compare.amounts", { here: money(here), there: money(there) })}</p>;
}
