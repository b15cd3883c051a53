import { useHref } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Select } from "#app/ui/select.tsx";
import { exportFormats } from "../../exchange/exchange-formats.ts";

/** Downloads the whole bank in a format. */
export function ExportChoice({ course }: { course: string }) {
  const { t } = useTranslation("question-import");
  const href = useHref();
  const options = exportFormats.map((format) => ({ value: format, label: t(`formats.${format}`) }));
  return (
    <section className="grid max-w-xl gap-4 border-line border-t pt-8">
      <h2 className="font-bold font-read text-xl">{t("exportTitle")}</h2>
      <p className="text-ink-2">{t("exportText")}</p>
      {/* A plain form: a download is no page to go to. */}
      <form method="get" action={href(`/teach/${course}/questions/export`)} className="flex flex-wrap items-end gap-3">
        <Select label={t("format")} name="format" options={options} defaultValue="yaml" className="min-w-56" />
        <Button type="submit" kind="quiet">
          {t("export")}
        </Button>
      </form>
    </section>
  );
}
