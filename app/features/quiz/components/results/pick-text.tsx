import type { Locale } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { Pick } from "../../results/answer-picks.ts";
import type { PartName } from "../../results/part-names.ts";
import { LabelText, PartText } from "../question-text.tsx";

export type PartNames = Record<string, PartName>;

function Name({ id, names, locale }: { id: string; names: PartNames; locale: Locale }) {
  const { t } = useTranslation("quiz");
  const name = names[id];
  if (id === "true") return t("view.true");
  if (id === "false") return t("view.false");
  if (!name)
    return (
      <span dir="auto" className="whitespace-pre-line break-words">
        {id}
      </span>
    );
  if (name.kind === "label") return <LabelText label={name.text} locale={locale} />;
  return <PartText html={name.text} locale={locale} />;
}

/** One thing that an answer says, in the question's own words. */
export function PickText({ pick, names, locale }: { pick: Pick; names: PartNames; locale: Locale }) {
  if (pick.part === null) return <Name id={pick.given} names={names} locale={locale} />;
  return (
    <span className="flex flex-wrap gap-x-2">
      <span className="text-ink-2">
        <Name id={pick.part} names={names} locale={locale} />:
      </span>
      <Name id={pick.given} names={names} locale={locale} />
    </span>
  );
}
