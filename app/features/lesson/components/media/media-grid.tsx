import { Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon } from "#app/ui/icon.tsx";
import type { MediaFile } from "../../media/media-file.ts";
import { mediaKind } from "../../media/media-kinds.ts";
import { fileNameOf } from "../../media/media-name.ts";

/** The address of a light form of a picture, as lists show it. */
export function thumbnailOf({ href, contentType, width }: MediaFile): string {
  if (contentType === "image/svg+xml" || width === null || width <= 480) return href;
  return `${href}/480.webp`;
}

/** A picture as small as a list shows it, or the kind of a file. */
export function MediaThumbnail({ file }: { file: MediaFile }) {
  if (file.isPicture) {
    return (
      <img src={thumbnailOf(file)} alt="" loading="lazy" decoding="async" className="block size-full object-contain" />
    );
  }
  return (
    <span className="grid size-full place-content-center justify-items-center gap-1 text-ink-2">
      <Icon name="text" className="size-10" />
      <bdi className="font-semibold">{mediaKind(file.contentType)?.name}</bdi>
    </span>
  );
}

type MediaGridProps = { course: string; files: (MediaFile & { uses: number })[] };

/** The files of a course, each with a way to all that can be done with it. */
export function MediaGrid({ course, files }: MediaGridProps) {
  const { t } = useTranslation("media");
  return (
    <ul aria-label={t("list")} className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-4">
      {files.map((file) => (
        <li key={file.path} className="media-card relative overflow-hidden rounded border border-line bg-surface">
          <span className="block h-36 bg-surface-2 p-2">
            <MediaThumbnail file={file} />
          </span>
          <div className="grid gap-0.5 p-3">
            <Link
              to={`/teach/${course}/media/${fileNameOf(file.path)}`}
              className="break-all font-semibold after:absolute after:inset-0"
            >
              <bdi>{fileNameOf(file.path)}</bdi>
            </Link>
            <MediaSize file={file} />
            <span className="text-ink-2 text-sm">
              {file.uses === 0 ? t("uses.none") : t("uses.count", { count: file.uses })}
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** How large a file is, in bytes and, of a picture, in pixels. */
export function MediaSize({ file: { bytes, width, height } }: { file: MediaFile }) {
  const formats = useFormats();
  const pixels = width && height ? `${formats.number(width)} × ${formats.number(height)}` : null;
  return (
    <span className="text-ink-2 text-sm">
      {pixels ? (
        <>
          <bdi dir="ltr">{pixels}</bdi>
          {" · "}
        </>
      ) : null}
      <bdi>{formats.bytes(bytes)}</bdi>
    </span>
  );
}
