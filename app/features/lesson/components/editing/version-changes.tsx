import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Tag } from "#app/ui/tag.tsx";
import type { BlockChange, WordRun } from "../../editing/compare-texts.ts";
import { WordRuns } from "../saving/word-runs.tsx";

type Shown = { key: string; unchanged: number } | { key: string; block: BlockChange };

/** Blocks that did not change are told by their number, so that the others are found. */
function folded(blocks: BlockChange[]): Shown[] {
  const shown: Shown[] = [];
  blocks.forEach((block, index) => {
    const last = shown.at(-1);
    if (block.kind !== "same") shown.push({ key: `block-${index}`, block });
    else if (last && "unchanged" in last) last.unchanged += 1;
    else shown.push({ key: `same-${index}`, unchanged: 1 });
  });
  return shown;
}

/** What became of a text in another, block by block, in the direction of each line. */
export function VersionChanges({ blocks }: { blocks: BlockChange[] }) {
  const { t } = useTranslation("lesson-text");
  return (
    <div className="grid gap-4">
      {folded(blocks).map((shown) =>
        "block" in shown ? (
          <ChangedBlock key={shown.key} block={shown.block} />
        ) : (
          <p key={shown.key} className="border-line border-y py-2 text-center text-ink-2">
            {t("version.unchanged", { count: shown.unchanged })}
          </p>
        ),
      )}
    </div>
  );
}

function ChangedBlock({ block }: { block: BlockChange }) {
  const { t } = useTranslation("lesson-text");
  const keyed = block.lines.map((runs, index) => ({ runs, key: `line-${index}` }));
  return (
    <div className="grid gap-2 rounded-sm border border-line bg-surface p-4">
      <p>
        <Tag kind="plain">{t(`version.${block.kind}`)}</Tag>
      </p>
      {block.kind === "changed" && block.sameWords ? <p className="text-ink-2">{t("version.looks")}</p> : null}
      {keyed.map(({ runs, key }) => (
        <p key={key} dir="auto" className="font-read text-lg leading-loose">
          <WordRuns runs={runs} />
        </p>
      ))}
    </div>
  );
}

/** A line above the text, where it changed. */
export function ChangedLine({ label, runs }: { label: string; runs: WordRun[] }) {
  if (runs.every(({ kind }) => kind === "same")) return null;
  return (
    <div className="grid gap-1">
      <h3 className="font-semibold">{label}</h3>
      <p dir="auto" className="font-read text-lg">
        <WordRuns runs={runs} />
      </p>
    </div>
  );
}
