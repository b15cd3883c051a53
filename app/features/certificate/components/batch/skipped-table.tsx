import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { DataTable } from "#app/ui/data-table.tsx";

type Skipped = { userId: string; name: string; email: string; why: string };

/** Who was given none in a batch, and why. */
export function SkippedTable({ skipped }: { skipped: readonly Skipped[] }) {
  const { t } = useTranslation("certificate-admin");
  const rows = skipped.map(({ userId, name, email, why }) => ({
    key: userId,
    cells: [
      <span key="name">
        <bdi>{name}</bdi>
        <span className="block font-normal text-ink-2 wrap-anywhere">
          <bdi dir="ltr">{email}</bdi>
        </span>
      </span>,
      t(`batch.why.${why}`),
    ],
  }));
  return (
    <DataTable
      caption={t("batch.skipped")}
      head={[t("register.head.holder"), t("batch.reasonHead")]}
      rows={rows}
      empty={<p className="text-ink-2">{t("batch.noneSkipped")}</p>}
    />
  );
}
