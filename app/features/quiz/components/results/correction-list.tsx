import { Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import type { FoundCorrection } from "../../correcting/find-corrections.server.ts";

/** What has been corrected of a quiz, newest first. */
export function CorrectionList({ address, corrections }: { address: string; corrections: readonly FoundCorrection[] }) {
  const { t } = useTranslation("quiz-results");
  const formats = useFormats();
  const rows = corrections.map((correction) => ({
    key: correction.id,
    cells: [
      <Link
        key="question"
        to={`${address}/corrections/${correction.id}`}
        className="-my-2 inline-flex min-h-9 items-center text-tile underline underline-offset-4"
      >
        <bdi>{correction.question}</bdi>
      </Link>,
      correction.dropped ? t("correction.wasDropped") : t("correction.wasCorrected"),
      <span key="reason" dir="auto">
        {correction.reason}
      </span>,
      formats.number(correction.changed),
      <bdi key="by">{correction.madeBy}</bdi>,
      formats.moment(correction.madeAt),
    ],
  }));
  return (
    <DataTable
      caption={t("correction.history")}
      captionHidden
      head={[
        t("grading.question"),
        t("correction.what"),
        t("correction.reason"),
        { key: "changed", label: t("correction.changed"), numeric: true },
        t("correction.by"),
        t("correction.at"),
      ]}
      rows={rows}
    />
  );
}
