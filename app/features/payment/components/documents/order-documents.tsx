import { Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Tag } from "#app/ui/tag.tsx";
import type { ListedInvoice } from "../../documents/find-invoices.server.ts";

type DocumentsProps = {
  invoices: readonly ListedInvoice[];
  /** The page of the order, from which its papers are reached: the buyer's or the admins'. */
  base: string;
};

const addressOf = (base: string, { kind, number }: ListedInvoice) =>
  kind === "invoice" ? `${base}/invoice.pdf` : `${base}/credit-notes/${number}.pdf`;

/** The invoice of an order and what was credited of it, each as PDF; nothing where there are none. */
export function OrderDocuments({ invoices, base }: DocumentsProps) {
  const { t } = useTranslation("invoices");
  const formats = useFormats();
  if (invoices.length === 0) return null;
  return (
    <section aria-labelledby="documents">
      <h2 id="documents" className="mb-2 font-bold font-read text-xl">
        {t("list.title")}
      </h2>
      <ul>
        {invoices.map((paper) => (
          <li
            key={paper.number}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-line border-t py-2"
          >
            <span className="flex flex-wrap items-center gap-x-3">
              <Link
                to={addressOf(base, paper)}
                reloadDocument
                className="inline-flex min-h-11 items-center font-semibold"
              >
                {t(`list.${paper.kind}`, { number: `\u2066${paper.number}\u2069` })}
              </Link>
              {paper.voidedAt ? <Tag kind="plain">{t("list.void")}</Tag> : null}
            </span>
            <span className="flex flex-wrap gap-x-4 text-ink-2">
              <span>{formats.date(paper.issuedAt)}</span>
              <bdi>{formats.money(paper.kind === "creditNote" ? -paper.amount : paper.amount, paper.currency)}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
