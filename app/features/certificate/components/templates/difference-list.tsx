import { isLocale, localeNames } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Icon } from "#app/ui/icon.tsx";
import type { Difference } from "./template-draft.ts";

const IMAGE = /^[0-9a-f]{64}$/;

/** Says in words where in a template something stands. */
function usePlaceName(): (path: string[]) => string {
  const { t } = useTranslation("certificate-template");
  return ([part = "", key = "", inner = "", locale = ""]) => {
    if (part === "signatories") {
      const who = t("signatories.number", { number: Number(key) + 1 });
      const language = isLocale(locale) ? ` — ${localeNames[locale]}` : "";
      return `${who}: ${t(`signatories.${inner}`)}${language}`;
    }
    if (part === "wording") return `${t(`wording.${inner}`)} — ${isLocale(key) ? localeNames[key] : key}`;
    if (part === "shows") return t(`shows.${key}`);
    return t(`${part}.label`);
  };
}

function useValue(): (path: string[], value: string | undefined) => string {
  const { t } = useTranslation("certificate-template");
  return ([part = ""], value) => {
    if (!value) return "—";
    if (IMAGE.test(value)) return t("differences.image");
    if (part === "shows") return t(`differences.${value}`);
    return part === "look" || part === "colour" || part === "seal" ? t(`${part}.${value}`) : value;
  };
}

type DifferenceListProps = { differences: readonly Difference[]; before: string; after: string };

/** Where two designs part, place by place. */
export function DifferenceList({ differences, before, after }: DifferenceListProps) {
  const { t } = useTranslation("certificate-template");
  const nameOf = usePlaceName();
  const show = useValue();
  if (differences.length === 0) {
    return (
      <p className="flex items-center gap-2 text-ink-2">
        <Icon name="check" className="size-4" /> {t("differences.none")}
      </p>
    );
  }
  return (
    <DataTable
      caption={t("differences.title")}
      captionHidden
      head={[t("differences.where"), before, after]}
      rows={differences.map(({ path, before: old, after: fresh }) => ({
        key: path.join("/"),
        cells: [
          nameOf(path),
          <bdi key="before" className="wrap-anywhere">
            {show(path, old)}
          </bdi>,
          <bdi key="after" className="wrap-anywhere">
            {show(path, fresh)}
          </bdi>,
        ],
      }))}
    />
  );
}
