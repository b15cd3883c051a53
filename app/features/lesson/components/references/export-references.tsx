import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";

/** Hands out all works of a bibliography for other programs; `here` is the bibliography's address. */
export function ExportReferences({ here }: { here: string }) {
  const { t } = useTranslation("reference");
  return (
    <p className="flex flex-wrap gap-3">
      {(["csl", "bibtex"] as const).map((format) => (
        <Link
          key={format}
          reloadDocument
          to={`${here}/export?format=${format}`}
          className={buttonClass({ kind: "quiet" })}
        >
          {t(`export.${format}`)}
        </Link>
      ))}
    </p>
  );
}
