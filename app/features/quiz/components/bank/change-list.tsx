import { isLocale, localeNames } from "#app/platform/i18n/locales.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import type { BodyChange, ChangeStep } from "../../bank/compare-bodies.ts";

type ChangeListProps = { caption?: string; changes: readonly BodyChange[]; before?: string; after?: string };

/** What is said otherwise in one version than in another, place by place. */
export function ChangeList({ caption, changes, before, after }: ChangeListProps) {
  const { t } = useTranslation("question-bank");
  const place = usePlace();
  const said = useSaid();
  if (changes.length === 0) return <p className="text-ink-2">{t("changes.none")}</p>;
  return (
    <DataTable
      caption={caption ?? t("changes.title")}
      captionHidden
      head={[t("changes.where"), before ?? t("changes.before"), after ?? t("changes.after")]}
      rows={changes.map((change) => ({
        key: JSON.stringify(change.where),
        cells:
          change.before === null && change.after === null
            ? [place(change.where), "", t("changes.reordered")]
            : [place(change.where), said(change.before), said(change.after)],
      }))}
    />
  );
}

/** The words that the editor has for a field, by its key; the rest keep the key, which is their name in files. */
const fieldWords: Record<string, string> = {
  name: "question-bank:name",
  tags: "question-bank:tags",
  categoryId: "question-bank:category",
  order: "question-bank:changes.order",
  always: "question:feedbackAlways",
  partly: "question:feedbackPartly",
  wrong: "question:feedbackWrong",
  strict: "question:strict",
  answers: "question:accepted",
  kind: "question:tolerance",
  names: "question:unitNames",
  src: "question:pictureFile",
  alt: "question:pictureAlt",
  mostBytes: "question:mostMegabytes",
  ...Object.fromEntries(
    [
      ...[
        "stem",
        "feedback",
        "right",
        "choices",
        "text",
        "label",
        "share",
        "remark",
        "fixed",
        "keepOrder",
        "rule",
        "most",
      ],
      ...["weight", "accepted", "pattern", "value", "tolerance", "by", "figures", "from", "to", "units", "factor"],
      ...["unitRequired", "premises", "responses", "match", "partial", "items", "categories", "category", "gaps"],
      ...["width", "height", "regions", "region", "markers", "shape", "calendar", "events", "year", "lines", "rubric"],
      ...["points", "description", "levels", "showRubric", "model", "kinds"],
    ].map((key) => [key, `question:${key}`]),
  ),
};

function usePlace() {
  const { t } = useTranslation("question-bank");
  const formats = useFormats();
  const nameOf = (step: ChangeStep) => {
    if ("number" in step) return formats.number(step.number);
    if (isLocale(step.key)) return localeNames[step.key];
    const words = fieldWords[step.key];
    return words ? t(words) : step.key;
  };
  // What an author writes stands under `body`, which says nothing.
  const steps = (where: readonly ChangeStep[]) => where.filter((step) => !("key" in step && step.key === "body"));
  return (where: readonly ChangeStep[]) => <bdi>{steps(where).map(nameOf).join(" › ")}</bdi>;
}

function useSaid() {
  const { t } = useTranslation("question-bank");
  return (value: string | null) => {
    if (value === null) return "—";
    if (value === "true" || value === "false") return t(`changes.${value}`);
    return <bdi className="whitespace-pre-wrap wrap-anywhere">{value}</bdi>;
  };
}
