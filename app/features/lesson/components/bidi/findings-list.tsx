import { useDeferredValue, useMemo } from "react";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { type DirectionFinding, lintDirections } from "../../bidi/lint-directions.ts";
import { mendDirection, mendDirections } from "../../bidi/mend-directions.ts";
import type { DirectionFindingsProps } from "./findings-props.ts";

const MOST_SHOWN = 50;
const LONGEST = 60;

const UNSEEN = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** The text with what is not seen in it named by its code point. */
function seen(text: string): string {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return short.replace(UNSEEN, (letter) => `[U+${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}]`);
}

/** The list itself, with the rules that find and mend: fetched with the editor. */
export default function FindingsList({ document, locale, onMend }: DirectionFindingsProps) {
  const { t } = useTranslation("bidi");
  const formats = useFormats();
  const settled = useDeferredValue(document);
  const findings = useMemo(() => lintDirections({ document: settled, locale }), [settled, locale]);
  if (findings.length === 0) return null;
  const count = { count: findings.length, number: formats.number(findings.length) };
  return (
    <Disclosure summary={t("title", count)}>
      <div className="grid gap-3">
        {findings.length > 1 ? (
          <Button
            type="button"
            kind="quiet"
            size="s"
            className="justify-self-start"
            onClick={() => onMend(mendDirections({ document, locale }))}
          >
            {t("mendAll")}
          </Button>
        ) : null}
        <ul className="grid gap-2">
          {findings.slice(0, MOST_SHOWN).map((finding) => (
            <Finding
              key={[finding.kind, ...finding.path, finding.attribute, finding.from, finding.to].join(" ")}
              finding={finding}
              onMend={() => onMend(mendDirection(settled, finding))}
            />
          ))}
        </ul>
      </div>
    </Disclosure>
  );
}

function Finding({ finding, onMend }: { finding: DirectionFinding; onMend: () => void }) {
  const { t } = useTranslation("bidi");
  const { kind, text, dangerous } = finding;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {dangerous ? <Tag kind="gold">{t("dangerous")}</Tag> : null}
      <span>{t(`kind.${kind}`)}</span>
      <bdi className="rounded-sm bg-surface-2 px-2 font-read" dir="auto">
        {seen(text)}
      </bdi>
      <Button type="button" kind="quiet" size="s" onClick={onMend}>
        {t("mend")}
      </Button>
    </li>
  );
}
