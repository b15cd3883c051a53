import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import type { HeatColumn } from "../../watching/heat.ts";

const figures = ["watched", "rewatched", "skipped", "unreached", "stopped"] as const;

/** All that the pictures show, in figures: learners for each part, on average over its seconds. */
export function HeatTable({ parts }: { parts: readonly HeatColumn[] }) {
  const { t } = useTranslation("watching");
  const formats = useFormats();
  const tenth = (value: number) => formats.number(Math.round(value * 10) / 10);
  const head = [t("table.part"), ...figures.map((name) => ({ key: name, label: t(`table.${name}`), numeric: true }))];
  const rows = parts.map((part) => ({
    key: String(part.from),
    cells: [
      <bdi key="part" dir="ltr" className="whitespace-nowrap tabular-nums">
        {`${formats.clock(part.from)} – ${formats.clock(part.to)}`}
      </bdi>,
      ...figures.map((name) => tenth(part[name])),
    ],
  }));
  return <DataTable caption={t("table.caption")} captionHidden head={head} rows={rows} />;
}
