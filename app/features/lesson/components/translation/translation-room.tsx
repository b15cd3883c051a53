import { type Dispatch, type SetStateAction, useEffect, useMemo, useRef, useState } from "react";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import { alignTranslation, lineState, needsWork, type TranslationRow } from "../../translation/align-translation.ts";
import type { ShownPair, TranslationData } from "../../translation/find-translation.server.ts";
import { homeOf, placeOf, rowKey, shareDone } from "../../translation/row-places.ts";
import type { EditorCourse } from "../editor/editor-props.ts";
import { type KeptRow, readKeptRow } from "./kept-row.ts";
import { LineRow } from "./line-row.tsx";
import { RowEditor } from "./row-editor.tsx";
import { Row } from "./translation-row.tsx";
import { useNextNeeded } from "./use-next-needed.ts";
import { type SaveChange, type SavingState, useTranslationPair } from "./use-translation-pair.ts";

type RoomProps = {
  data: TranslationData & { pair: ShownPair };
  owner: string;
};

type Open = { row: KeptRow; at: number; count: number; key: string; restored: boolean };

const lineOf = (pair: ShownPair, kind: "title" | "summary") => ({
  source: pair.source[kind],
  translation: pair.translation?.[kind] ?? "",
  before: pair.translation?.basis?.[kind] ?? null,
});

/** A source and its translation side by side, each block written and saved by itself. */
export function TranslationRoom({ data, owner }: RoomProps) {
  const { t } = useTranslation("translation");
  const { source, language, course, lesson, editorCourse } = data;
  const address = { course: course.slug, lesson: lesson.slug, language };
  const { pair, saving, save } = useTranslationPair(data.pair, { ...address, owner });
  const keptAs = [owner, course.slug, lesson.slug, language].join("/");
  const { rows, presumed } = useMemo(() => align(pair), [pair]);
  const [open, setOpen] = useOpenRow({ rows, keptAs });
  const root = useRef<HTMLDivElement>(null);
  const toNext = useNextNeeded(root);
  const locales = { source, translation: language };
  const lines = (["title", "summary"] as const).map((kind) => ({ kind, ...lineOf(pair, kind) }));
  const linesDone = lines.filter((line) => lineState(line) === "current").length;
  const left = rows.filter(needsWork).length + lines.length - linesDone;
  return (
    <div ref={root}>
      <RoomHead share={shareDone(rows, linesDone)} left={left} saving={saving} onNext={() => toNext(1)} />
      {presumed ? <Notice kind="info">{t(`presumed.${presumed}`)}</Notice> : null}
      {lines.map((line) => (
        <LineRow key={line.kind} {...line} locales={locales} save={save} />
      ))}
      {pair.translation === null ? <Notice kind="info">{t("titleFirst")}</Notice> : null}
      {rows.map((row, index) => (
        <RowSlot
          key={rowKey(row)}
          {...{ row, rows, index, pair, locales, open, setOpen, save, keptAs }}
          course={editorCourse}
        />
      ))}
    </div>
  );
}

type HeadProps = { share: number; left: number; saving: SavingState; onNext: () => void };

function RoomHead({ share, left, saving, onNext }: HeadProps) {
  const { t } = useTranslation("translation");
  const formats = useFormats();
  return (
    <div className="sticky top-0 z-10 mb-2 flex flex-wrap items-center gap-x-6 gap-y-2 border-line border-b bg-paper py-3">
      <ProgressBar label={t("progress")} value={share} className="w-40" />
      <p>{left === 0 ? t("allDone") : t("left", { count: left, number: formats.number(left) })}</p>
      <Button type="button" kind="quiet" size="s" onClick={onNext} disabled={left === 0}>
        {t("next")}
      </Button>
      <p role="status" className="text-ink-2 text-sm">
        {t(`saving.${saving}`)}
      </p>
      <p className="text-ink-2 text-sm max-md:hidden">{t("keys")}</p>
    </div>
  );
}

type SlotProps = {
  row: TranslationRow;
  rows: readonly TranslationRow[];
  index: number;
  pair: ShownPair;
  locales: { source: Locale; translation: Locale };
  course: EditorCourse;
  open: Open | null;
  setOpen: Dispatch<SetStateAction<Open | null>>;
  save: SaveChange;
  keptAs: string;
};

/** A row with what may be done in it. Blocks that the open row was parted into are written there, and shown nowhere else. */
function RowSlot({ row, rows, index, pair, locales, course, open, setOpen, save, keptAs }: SlotProps) {
  const formats = useFormats();
  const { translation, source } = row;
  if (open && isWithin(row, open)) return null;
  const change = (after: NonNullable<typeof translation>["part"][]) => {
    if (!translation) return;
    const basis = source?.part ?? null;
    void save({ kind: "blocks", at: translation.index, before: [translation.part], after, basis });
  };
  return (
    <Row
      row={row}
      number={formats.number(index + 1)}
      html={{
        source: source ? (pair.sourceHtml[source.index] ?? null) : null,
        translation: translation ? (pair.translationHtml[translation.index] ?? null) : null,
      }}
      locales={locales}
      editor={
        open && isOpen(row, open) ? (
          <RowEditor
            key={open.key}
            {...{ row: open.row, restored: open.restored, course, keptAs, save }}
            theirs={translation && { at: translation.index, part: translation.part }}
            locale={locales.translation}
            onMoved={(place) => setOpen((now) => now && { ...now, ...place })}
            onClose={() => setOpen(null)}
          />
        ) : null
      }
      onEdit={pair.translation && open === null ? () => setOpen(opened(rows, row)) : null}
      onStillRight={() => translation && change([translation.part])}
      onBringHome={() =>
        translation &&
        void save({ kind: "move", from: translation.index, to: homeOf(rows, row), part: translation.part })
      }
      onTakeOut={() => change([])}
    />
  );
}

function isOpen(row: TranslationRow, { at, count, key }: Open): boolean {
  return count > 0 ? row.translation?.index === at : rowKey(row) === key;
}

function align({ source, translation }: ShownPair) {
  return alignTranslation({
    source: source.document,
    translation: translation?.document ?? { type: "doc" },
    basis: translation?.basis ?? null,
  });
}

function isWithin({ translation }: TranslationRow, { at, count }: Open): boolean {
  return translation !== null && translation.index > at && translation.index < at + count;
}

/** A row as it is opened for writing: what is missing begins from its source. */
function opened(rows: readonly TranslationRow[], row: TranslationRow): Open {
  const { translation, source } = row;
  const at = translation?.index ?? placeOf(rows, row);
  const part = translation?.part ?? source?.part ?? { type: "doc" };
  const before = translation ? [translation.part] : [];
  const kept: KeptRow = { at, before, source: source?.part ?? null, draft: part };
  return { row: kept, at, count: before.length, key: rowKey(row), restored: false };
}

/** The row that is written; what was left unsaved on this device is opened again, once. */
function useOpenRow({ rows, keptAs }: { rows: readonly TranslationRow[]; keptAs: string }) {
  const [open, setOpen] = useState<Open | null>(null);
  const first = useRef(rows);
  useEffect(() => {
    let gone = false;
    void readKeptRow(keptAs).then((row) => {
      if (gone || !row) return;
      const same = (one: TranslationRow) =>
        row.before.length > 0
          ? JSON.stringify(one.translation?.part) === JSON.stringify(row.before[0])
          : JSON.stringify(one.source?.part) === JSON.stringify(row.source);
      const found = first.current.find(same) ?? first.current.find(({ translation }) => translation?.index === row.at);
      if (!found) return;
      setOpen({
        row,
        at: found.translation?.index ?? row.at,
        count: row.before.length,
        key: rowKey(found),
        restored: true,
      });
    });
    return () => {
      gone = true;
    };
  }, [keptAs]);
  return [open, setOpen] as const;
}
