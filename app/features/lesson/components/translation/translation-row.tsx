import type { ReactNode } from "react";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { directionOf } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { needsWork, type TranslationRow } from "../../translation/align-translation.ts";
import { textOfPart } from "../../translation/part-text.ts";
import { LessonText } from "../lesson-text.tsx";
import { SourceDifference } from "./source-difference.tsx";

type Html = { source: string | null; translation: string | null };

type TranslationRowProps = {
  row: TranslationRow;
  number: string;
  html: Html;
  locales: { source: Locale; translation: Locale };
  /** In the place of the translation while it is written. */
  editor: ReactNode;
  onEdit: (() => void) | null;
  onStillRight: () => void;
  onBringHome: () => void;
  onTakeOut: () => void;
};

/** A block of the source and its translation, row by row; on a narrow screen one under the other. */
export function Row(props: TranslationRowProps) {
  const { t } = useTranslation("translation");
  const { row, number, html, locales, editor } = props;
  const { source, translation, state } = row;
  return (
    <section
      aria-label={t("row", { number })}
      data-needs={needsWork(row) ? "" : undefined}
      tabIndex={-1}
      className="grid gap-x-8 gap-y-3 border-line border-b py-5 focus-visible:outline-tile md:grid-cols-2"
    >
      <div className="min-w-0">
        {source ? (
          <PartText
            html={html.source}
            text={textOfPart(source.part)}
            locale={locales.source}
            name={`s${source.index}`}
          />
        ) : (
          <p className="text-ink-2 text-sm">{row.before ? t("sourceGone") : t("ownBlock")}</p>
        )}
        {row.before && state !== "current" ? (
          <details open={state === "stale"} className="mt-3 rounded-sm border border-line bg-surface px-3 py-2">
            <summary className="cursor-pointer text-ink-2 text-sm">{t("difference")}</summary>
            <SourceDifference
              before={textOfPart(row.before)}
              after={source ? textOfPart(source.part) : ""}
              locale={locales.source}
            />
          </details>
        ) : null}
      </div>
      <div className="grid min-w-0 content-start gap-3">
        {editor ?? (
          <>
            {translation ? (
              <PartText
                html={html.translation}
                text={textOfPart(translation.part)}
                locale={locales.translation}
                name={`t${translation.index}`}
              />
            ) : null}
            <RowActions {...props} />
          </>
        )}
      </div>
    </section>
  );
}

function PartText({ html, text, locale, name }: { html: string | null; text: string; locale: Locale; name: string }) {
  if (html !== null) return <LessonText html={html} sha256={name} locale={locale} />;
  return (
    <p lang={locale} dir={directionOf(locale)} className="whitespace-pre-line font-read">
      {text}
    </p>
  );
}

function RowActions({ row, number, onEdit, onStillRight, onBringHome, onTakeOut }: TranslationRowProps) {
  const { t } = useTranslation("translation");
  const { state, moved, before } = row;
  const described = { "aria-description": t("row", { number }) };
  return (
    <div className="flex flex-wrap items-center gap-2">
      {state === "stale" || state === "missing" ? <Tag kind="gold">{t(`state.${state}`)}</Tag> : null}
      {moved ? <Tag kind="gold">{t("state.moved")}</Tag> : null}
      {state === "extra" && before ? <Tag kind="gold">{t("state.extra")}</Tag> : null}
      {onEdit ? (
        <Button type="button" kind="quiet" size="s" onClick={onEdit} {...described}>
          {t(state === "missing" ? "begin" : "edit")}
        </Button>
      ) : null}
      {state === "stale" ? (
        <Button type="button" kind="quiet" size="s" onClick={onStillRight} {...described}>
          {t("stillRight")}
        </Button>
      ) : null}
      {moved ? (
        <Button type="button" kind="quiet" size="s" onClick={onBringHome} {...described}>
          {t("bringHome")}
        </Button>
      ) : null}
      {state === "extra" && before ? (
        <>
          <Button type="button" kind="quiet" size="s" onClick={onStillRight} {...described}>
            {t("keepOwn")}
          </Button>
          <Button type="button" kind="quiet" size="s" onClick={onTakeOut} {...described}>
            {t("takeOut")}
          </Button>
        </>
      ) : null}
    </div>
  );
}
