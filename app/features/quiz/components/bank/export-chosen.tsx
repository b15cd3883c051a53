import { useState } from "react";
import { useHref } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Icon } from "#app/ui/icon.tsx";
import { Select } from "#app/ui/select.tsx";
import { exportFormats } from "../../exchange/exchange-formats.ts";

type ExportChosenProps = { course: string /** Ids, where JavaScript knows them. */; chosen: readonly string[] };

/** Downloads the chosen questions. A link where it can be one: a download is no page to go to. */
export function ExportChosen({ course, chosen }: ExportChosenProps) {
  const { t } = useTranslation("question-bank");
  const href = useHref();
  const [format, setFormat] = useState<string>("yaml");
  const text = (
    <>
      <Icon name="download" /> {t("acts.export")}
    </>
  );
  return (
    <div className="flex min-w-0 items-end gap-2">
      <Select
        className="w-56 min-w-0"
        name="format"
        label={t("question-import:format")}
        options={exportFormats.map((name) => ({ value: name, label: t(`question-import:formats.${name}`) }))}
        value={format}
        onChange={(event) => setFormat(event.target.value)}
      />
      {chosen.length > 0 ? (
        <a
          href={href(`/teach/${course}/questions/export?format=${format}&ids=${chosen.join(",")}`)}
          className={buttonClass({ kind: "quiet" })}
        >
          {text}
        </a>
      ) : (
        <Button kind="quiet" name="intent" value="export">
          {text}
        </Button>
      )}
    </div>
  );
}
