import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Select } from "#app/ui/select.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { ItemStatistics } from "../../results/find-item-statistics.server.ts";

/** A correlation as people write it: with its sign and two decimals. */
export function useCorrelation(): (value: number | null) => string {
  const formats = useFormats();
  return (value) => {
    if (value === null) return "–";
    const rounded = Math.round(value * 100) / 100;
    return `${rounded < 0 ? "−" : ""}${formats.number(Math.abs(rounded))}`;
  };
}

export function ItemTags({ item }: { item: Pick<ItemStatistics, "dropped" | "corrected" | "discrimination"> }) {
  const { t } = useTranslation("quiz-results");
  const isSuspect = item.discrimination !== null && item.discrimination < 0 && !item.dropped;
  return (
    <>
      {item.dropped ? <Tag kind="plain">{t("items.dropped")}</Tag> : null}
      {item.corrected && !item.dropped ? <Tag kind="tile">{t("items.corrected")}</Tag> : null}
      {isSuspect ? <Tag kind="gold">{t("items.look")}</Tag> : null}
    </>
  );
}

/** How each question has done. */
export function ItemTable({ address, items }: { address: string; items: readonly ItemStatistics[] }) {
  const { t } = useTranslation("quiz-results");
  const formats = useFormats();
  const correlation = useCorrelation();
  const head = [
    t("grading.question"),
    t("items.type"),
    { key: "asked", label: t("items.asked"), numeric: true },
    { key: "facility", label: t("items.facility"), numeric: true },
    { key: "discrimination", label: t("items.discrimination"), numeric: true },
    { key: "blank", label: t("items.blank"), numeric: true },
  ];
  const rows = items.map((item) => ({
    key: item.versionId,
    cells: [
      <span key="name" className="flex min-w-40 flex-wrap items-center gap-2">
        <Link
          to={`${address}/${item.versionId}`}
          className="-my-2 inline-flex min-h-9 items-center text-tile underline underline-offset-4"
        >
          <bdi>{item.name}</bdi>
        </Link>
        {item.number > 1 ? (
          <span className="text-ink-2 text-sm">{t("items.version", { number: item.number })}</span>
        ) : null}
        <ItemTags item={item} />
      </span>,
      t(`quiz:types.${item.type}`),
      formats.number(item.asked),
      item.facility === null ? "–" : formats.percent(item.facility),
      correlation(item.discrimination),
      formats.percent(item.blank / item.asked),
    ],
  }));
  return <DataTable caption={t("items.caption")} captionHidden head={head} rows={rows} />;
}

/** Whose attempts the figures are made of. */
export function ItemFilter({ address, of }: { address: string; of: "first" | "all" }) {
  const { t } = useTranslation("quiz-results");
  return (
    <Form action={address} className="mb-6 flex flex-wrap items-end gap-4">
      <Select
        className="w-full sm:w-72"
        name="of"
        label={t("items.of")}
        options={[
          { value: "first", label: t("items.first") },
          { value: "all", label: t("items.all") },
        ]}
        defaultValue={of}
      />
      <Button kind="quiet">{t("grading.show")}</Button>
    </Form>
  );
}

/** What the figures mean, and by whose definition. */
export function FiguresExplained() {
  const { t } = useTranslation("quiz-results");
  return (
    <Disclosure summary={t("items.explained")}>
      <dl className="grid max-w-prose gap-3">
        <div>
          <dt className="font-semibold">{t("items.facility")}</dt>
          <dd>{t("items.facilityMeans")}</dd>
        </div>
        <div>
          <dt className="font-semibold">{t("items.discrimination")}</dt>
          <dd>
            {t("items.discriminationMeans")}{" "}
            <cite lang="en" dir="ltr" className="text-ink-2">
              L. Crocker, J. Algina, Introduction to Classical and Modern Test Theory (1986), ch. 14.
            </cite>
          </dd>
        </div>
        <div>
          <dt className="font-semibold">{t("items.groups")}</dt>
          <dd>
            {t("items.groupsMean")}{" "}
            <cite lang="en" dir="ltr" className="text-ink-2">
              T. L. Kelley, Journal of Educational Psychology 30 (1939), 17–24.
            </cite>
          </dd>
        </div>
      </dl>
    </Disclosure>
  );
}
