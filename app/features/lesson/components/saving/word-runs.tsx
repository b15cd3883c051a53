import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import type { WordRun } from "../../editing/compare-texts.ts";

/** Words of a line, of which the new and the gone are marked, and said to be so by a screen reader. */
export function WordRuns({ runs }: { runs: WordRun[] }) {
  const { t } = useTranslation("lesson-text");
  const keyed = runs.map((run, index) => ({ ...run, key: `${index} ${run.text}` }));
  return keyed.map(({ kind, text, key }) => {
    if (kind === "same") return <span key={key}>{text}</span>;
    const Mark = kind === "added" ? "ins" : "del";
    return (
      <Mark key={key} className={kind === "added" ? "bg-tile-tint text-tile-strong" : "bg-gold-tint text-gold-ink"}>
        <VisuallyHidden>{t(`word.${kind}`)} </VisuallyHidden>
        {text}
        <VisuallyHidden> {t("word.end")} </VisuallyHidden>
      </Mark>
    );
  });
}
