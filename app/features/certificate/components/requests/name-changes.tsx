import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { compareNames, type NamePart } from "../../register/compare-names.ts";

type Names = { arabic: string | null; latin: string | null };

/** Names as they are and as they should be, in each script side by side, with the words that differ marked. */
export function NameChanges({ before, after }: { before: Names; after: Names }) {
  const { t } = useTranslation("certificate-admin");
  const scripts = [
    { script: "arabic", lang: "ar", dir: "rtl" },
    { script: "latin", lang: "en", dir: "ltr" },
  ] as const;
  const shown = scripts.filter(({ script }) => before[script] !== null || after[script] !== null);
  return (
    <dl className="grid gap-3">
      {shown.map(({ script, ...texts }) => {
        const compared = compareNames(before[script], after[script]);
        return (
          <div key={script} className="grid gap-1 rounded-sm border border-line p-3 sm:grid-cols-2 sm:gap-4">
            <dt className="font-semibold text-sm sm:col-span-2">{t(`names.${script}`)}</dt>
            <Spelling label={t("names.now")} parts={compared.before} {...texts} />
            <Spelling label={t("names.wanted")} parts={compared.after} {...texts} />
          </div>
        );
      })}
    </dl>
  );
}

type SpellingProps = { label: string; parts: readonly NamePart[]; lang: string; dir: "rtl" | "ltr" };

function Spelling({ label, parts, lang, dir }: SpellingProps) {
  const { t } = useTranslation("certificate-admin");
  return (
    <dd className="grid content-start gap-0.5">
      <span className="text-ink-2 text-xs">{label}</span>
      {parts.length === 0 ? (
        <span className="text-ink-2">{t("names.none")}</span>
      ) : (
        <span className="font-read text-lg">
          <bdi lang={lang} dir={dir}>
            {parts.map((part) => (
              <Part key={part.place} part={part} />
            ))}
          </bdi>
        </span>
      )}
    </dd>
  );
}

function Part({ part: { text, change } }: { part: NamePart }) {
  if (change === "gone")
    return (
      <>
        <del className="rounded-sm bg-surface-2 px-0.5 text-danger decoration-2">{text}</del>{" "}
      </>
    );
  if (change === "new")
    return (
      <>
        <ins className="rounded-sm bg-tile-tint px-0.5 font-semibold text-tile-strong decoration-2">{text}</ins>{" "}
      </>
    );
  return `${text} `;
}
