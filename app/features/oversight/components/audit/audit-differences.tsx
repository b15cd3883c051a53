import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { findDifferences, type Json } from "../../audit/difference.ts";
import { useAuditWords } from "./use-audit-words.tsx";

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** What an entry says was before and after, in words and figures of the reader's language where there are such. */
export function AuditDifferences({ before, after }: { before: Json; after: Json }) {
  const { t } = useTranslation("audit");
  const words = useAuditWords();
  const differences = findDifferences(before ?? undefined, after ?? undefined);
  if (differences.length === 0) return <p className="text-ink-2">{t("entry.nothingSaid")}</p>;
  const [hasBefore, hasAfter] = [before !== null, after !== null];
  const name = (path: readonly string[]) =>
    path.length === 0 ? t("entry.value") : path.map((part) => words.field(part) ?? part).join(t("entry.within"));
  const head = [t("entry.what"), ...(hasBefore ? [t("entry.before")] : []), ...(hasAfter ? [t("entry.after")] : [])];
  return (
    <DataTable
      caption={t("entry.differences")}
      captionHidden
      head={head}
      rows={differences.map(({ path, before: old, after: now }) => ({
        key: path.join("."),
        cells: [
          <bdi key="name">{name(path)}</bdi>,
          ...(hasBefore ? [<Value key="before" value={old} />] : []),
          ...(hasAfter ? [<Value key="after" value={now} />] : []),
        ],
      }))}
    />
  );
}

function Value({ value }: { value: Json | undefined }) {
  const { t } = useTranslation("audit");
  const formats = useFormats();
  if (value === undefined || value === null || value === "")
    return <span className="text-ink-2">{t("entry.empty")}</span>;
  if (typeof value === "boolean") return value ? t("entry.yes") : t("entry.no");
  if (typeof value === "number") return <bdi className="tabular-nums">{formats.number(value)}</bdi>;
  if (typeof value === "string" && MOMENT.test(value)) return formats.moment(new Date(value));
  const text = typeof value === "string" ? value : undefined;
  if (text !== undefined) {
    return (
      <span dir="auto" className="block max-w-prose whitespace-pre-wrap [overflow-wrap:anywhere]">
        {text}
      </span>
    );
  }
  const plain = Array.isArray(value) && value.every((part) => typeof part !== "object");
  return (
    <code
      dir={plain ? "auto" : "ltr"}
      className="block max-w-prose whitespace-pre-wrap text-start [overflow-wrap:anywhere]"
    >
      {plain ? value.join("\n") : JSON.stringify(value, null, 2)}
    </code>
  );
}
