import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { Icon } from "#app/ui/icon.tsx";
import type { MediaFile } from "../../media/media-file.ts";
import { mediaKind } from "../../media/media-kinds.ts";
import { fileNameOf } from "../../media/media-name.ts";
import { plannedForms } from "../../media/picture-forms.ts";
import { MediaThumbnail } from "./media-grid.tsx";

type MediaFactsProps = { file: MediaFile & { addedAt: string }; forms: number };

/** What a file looks like and all that is known of it. */
export function MediaFacts({ file, forms }: MediaFactsProps) {
  const { t } = useTranslation("media");
  const { date, bytes, number } = useFormats();
  const { contentType, width, height } = file;
  const planned = plannedForms({ contentType, width: width ?? 0 }).length;
  const facts = [
    [t("facts.kind"), mediaKind(contentType)?.name ?? contentType],
    [t("facts.size"), bytes(file.bytes)],
    ...(width && height ? [[t("facts.pixels"), `${number(width)} × ${number(height)}`]] : []),
    ...(planned > 0 ? [[t("facts.forms"), forms > 0 ? number(forms) : t("facts.making")]] : []),
    [t("facts.added"), date(file.addedAt)],
    [t("facts.path"), file.path],
  ];
  return (
    <div className="grid content-start gap-4">
      <div className="h-72 rounded border border-line bg-surface-2 p-3">
        <MediaThumbnail file={file} />
      </div>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-2">{name}</dt>
            <dd className="min-w-0 break-words">
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <div>
        <a
          href={file.href}
          className={buttonClass({ kind: "quiet" })}
          {...(file.isPicture ? {} : { download: fileNameOf(file.path) })}
        >
          <Icon name={file.isPicture ? "external" : "download"} /> {t(file.isPicture ? "open" : "download")}
        </a>
      </div>
    </div>
  );
}
