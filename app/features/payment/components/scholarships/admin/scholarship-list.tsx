import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import type { ScholarshipInList } from "../../../scholarships/find-scholarships.server.ts";
import { isNarrowed, type ScholarshipFilters, scholarshipsHref } from "../../../scholarships/scholarship-filters.ts";
import { StatusTag } from "./status-tag.tsx";

type ScholarshipListProps = { scholarships: readonly ScholarshipInList[]; filters: ScholarshipFilters };

/** The scholarships that were found, each leading to its own page. */
export function ScholarshipList({ scholarships, filters }: ScholarshipListProps) {
  if (scholarships.length === 0) return <NothingFound filters={filters} />;
  return (
    <ul className="divide-y divide-line rounded border border-line bg-surface">
      {scholarships.map((scholarship) => (
        <Item key={scholarship.id} scholarship={scholarship} />
      ))}
    </ul>
  );
}

/** One scholarship in a list: whose, for what, how it stands. */
export function Item({ scholarship }: { scholarship: ScholarshipInList }) {
  const { t } = useTranslation("scholarship-admin");
  const formats = useFormats();
  const { locale } = usePageContext().formats;
  const { id, name, email, titles, status, text, createdAt, decidedAt, decidedBy } = scholarship;
  return (
    <li className="grid gap-x-6 gap-y-2 p-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)_auto]">
      <div className="grid min-w-0 content-start">
        <Link to={`/admin/scholarships/${id}`} className="inline-flex min-h-11 items-center font-semibold sm:min-h-0">
          <bdi className="wrap-anywhere">{name}</bdi>
        </Link>
        <p className="wrap-anywhere text-ink-2 text-sm">
          <bdi dir="ltr">{email}</bdi>
        </p>
      </div>
      <div className="grid min-w-0 content-start gap-1">
        <LocalText value={pickTranslated(titles, locale)} className="font-medium" />
        {status === "waiting" ? (
          <p dir="auto" className="wrap-anywhere line-clamp-2 text-ink-2 text-sm">
            {text}
          </p>
        ) : (
          <Share scholarship={scholarship} />
        )}
      </div>
      <div className="grid content-start justify-items-start gap-1 text-ink-2 text-sm sm:justify-items-end">
        <StatusTag status={status} />
        <span>{formats.date(decidedAt ?? createdAt)}</span>
        {decidedBy ? <span>{t("list.by", { name: `\u2068${decidedBy}\u2069` })}</span> : null}
      </div>
    </li>
  );
}

/** How much was granted, and who bears it. */
export function Share({
  scholarship: { percent, amount, currency, fund },
}: {
  scholarship: Pick<ScholarshipInList, "percent" | "amount" | "currency" | "fund">;
}) {
  const { t } = useTranslation("scholarship-admin");
  const formats = useFormats();
  if (percent === null) return null;
  return (
    <p className="text-ink-2 text-sm">
      {formats.percent(percent / 100)} · {fund ? <bdi>{fund}</bdi> : t("fund.none")}
      {amount !== null && currency ? (
        <>
          {" · "}
          <bdi>{formats.money(amount, currency)}</bdi>
        </>
      ) : null}
    </p>
  );
}

function NothingFound({ filters }: { filters: ScholarshipFilters }) {
  const { t } = useTranslation("scholarship-admin");
  const clear = (
    <Link to={scholarshipsHref({ status: filters.status })} className={buttonClass({ kind: "quiet" })}>
      {t("list.clear")}
    </Link>
  );
  if (isNarrowed(filters))
    return <EmptyState title={t("list.nothing.title")} text={t("list.nothing.text")} action={clear} />;
  const kind = filters.status === "waiting" ? "noneWaiting" : "empty";
  return <EmptyState title={t(`list.${kind}.title`)} text={t(`list.${kind}.text`)} />;
}
