import { type ReactNode, useEffect, useRef, useState } from "react";
import { directionOf, type Locale } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { blockLines, compareLines } from "../../editing/compare-texts.ts";
import type { BlockConflict, MergeChoice } from "../../editing/merge-blocks.ts";
import type { TextConflict } from "./merge-texts.ts";
import type { TextContent } from "./text-content.ts";
import { WordRuns } from "./word-runs.tsx";

type ConflictPanelProps = { conflict: TextConflict; locale: Locale; resolve: (chosen: TextContent) => void };

/** What two people changed at one place, side by side: mine, theirs, or both. Until it is chosen, nothing is lost. */
export function ConflictPanel({ conflict, locale, resolve }: ConflictPanelProps) {
  const { t } = useTranslation("lesson-text");
  const [form, setForm] = useState<HTMLFormElement | null>(null);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const { lines, blocks, theirs } = conflict;
  const count = lines.length + blocks.length;
  const named = blocks.map((block, i) => ({ block, name: `block-${i}` }));
  const choose = () => {
    const given = new FormData(form ?? undefined);
    resolve(
      conflict.resolve({
        lines: lines.map(({ line }) => (given.get(line) === "theirs" ? "theirs" : "mine")),
        blocks: named.map(({ name }) => choiceOf(given.get(name))),
      }),
    );
  };
  return (
    <form
      ref={setForm}
      aria-labelledby="conflict"
      className="grid gap-6 rounded border border-line bg-surface p-4 sm:p-6"
      onSubmit={(event) => {
        event.preventDefault();
        choose();
      }}
    >
      <div className="grid gap-2">
        <h2 id="conflict" ref={head} tabIndex={-1} className="font-bold font-read text-2xl">
          {t("conflict.title")}
        </h2>
        <p dir="auto">{t("conflict.text", { name: theirs.by ?? t("somebody") })}</p>
      </div>
      {lines.map(({ line, mine, theirs: other }, i) => (
        <Place key={line} number={i + 1} count={count} name={line} choices={["mine", "theirs"]}>
          <Side title={t("conflict.mine")} locale={locale}>
            <p>{mine}</p>
          </Side>
          <Side title={t("conflict.theirs")} locale={locale}>
            <p>{other}</p>
          </Side>
        </Place>
      ))}
      {named.map(({ block, name }, i) => (
        <BlockPlace key={name} {...{ block, locale, count, name }} number={lines.length + i + 1} />
      ))}
      <Button className="justify-self-start">{t("conflict.goOn")}</Button>
    </form>
  );
}

function choiceOf(value: FormDataEntryValue | null): MergeChoice {
  return value === "mine" || value === "theirs" ? value : "both";
}

type PlaceProps = { number: number; count: number; name: string };

function BlockPlace({ block, locale, ...place }: PlaceProps & { block: BlockConflict; locale: Locale }) {
  const { t } = useTranslation("lesson-text");
  const linesOf = (side: "base" | "mine" | "theirs") => block[side].flatMap(blockLines);
  const before = linesOf("base");
  return (
    <Place {...place} choices={["mine", "theirs", "both"]}>
      {(["mine", "theirs"] as const).map((side) => (
        <Side key={side} title={t(`conflict.${side}`)} locale={locale}>
          {block[side].length === 0 ? <p className="text-ink-2">{t("conflict.nothing")}</p> : null}
          {compareLines(before, linesOf(side)).map((runs) => (
            <p key={runs.map(({ kind, text }) => kind + text).join("")} dir="auto">
              <WordRuns runs={runs} />
            </p>
          ))}
        </Side>
      ))}
    </Place>
  );
}

function Place({
  number,
  count,
  name,
  choices,
  children,
}: PlaceProps & { choices: MergeChoice[]; children: ReactNode }) {
  const { t } = useTranslation("lesson-text");
  return (
    <div className="grid gap-3 border-line border-t pt-4">
      <div className="grid gap-4 sm:grid-cols-2">{children}</div>
      <RadioGroup
        legend={t("conflict.place", { number, count })}
        name={name}
        options={choices.map((value) => ({ value, label: t(`conflict.${value}`) }))}
        defaultValue={choices.at(-1) === "both" ? "both" : "mine"}
      />
    </div>
  );
}

function Side({ title, locale, children }: { title: string; locale: Locale; children: ReactNode }) {
  return (
    <div className="grid content-start gap-2">
      <h3 className="font-semibold">{title}</h3>
      <div
        lang={locale}
        dir={directionOf(locale)}
        className="grid content-start gap-2 rounded-sm border border-line bg-paper p-3 font-read"
      >
        {children}
      </div>
    </div>
  );
}
