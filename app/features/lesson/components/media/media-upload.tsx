import { useRef, useSyncExternalStore } from "react";
import { useRevalidator } from "react-router";
import { Form } from "#app/platform/i18n/link.tsx";
import { translateMessage, withValues } from "#app/platform/i18n/message-key.ts";
import { useFileWords } from "#app/platform/i18n/use-file-words.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import { acceptedFiles, MAX_MEDIA_BYTES } from "../../media/media-kinds.ts";
import { FilesButton } from "./files-button.tsx";
import { useDroppedFiles, usePastedFiles } from "./given-files.ts";
import { type MediaUpload as Upload, useMediaUploads } from "./use-media-uploads.ts";

const MEGABYTES = MAX_MEDIA_BYTES / 1024 / 1024;

const never = () => () => undefined;

/** Takes files that are dragged here, pasted or chosen. Until scripts run it is a plain form for one file. */
export function MediaUpload({ course }: { course: string }) {
  const { t } = useTranslation("media");
  const { revalidate } = useRevalidator();
  const { uploads, add, again } = useMediaUploads({ course, onAdded: revalidate });
  const place = useRef<HTMLDivElement>(null);
  const isOver = useDroppedFiles(place, add);
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  usePastedFiles(add);
  return (
    <section aria-labelledby="media-upload" className="mb-6">
      <div
        ref={place}
        data-over={isOver || undefined}
        className="grid justify-items-start gap-3 rounded border-2 border-line-strong border-dashed bg-surface p-5 data-over:border-tile data-over:bg-tile-tint"
      >
        <h2 id="media-upload" className="font-bold font-read text-lg">
          {t("upload.title")}
        </h2>
        <p className="text-ink-2">{t("upload.hint", { megabytes: MEGABYTES })}</p>
        {inBrowser ? (
          <FilesButton label={t("upload.choose")} accept={acceptedFiles} onFiles={add} multiple />
        ) : (
          <PlainUpload course={course} />
        )}
      </div>
      <Uploads uploads={uploads} again={again} />
    </section>
  );
}

function PlainUpload({ course }: { course: string }) {
  const { t } = useTranslation("media");
  return (
    <Form method="post" action={`/teach/${course}/media`} encType="multipart/form-data" className="grid gap-2">
      <FileField words={useFileWords()} label={t("upload.field")} name="file" required accept={acceptedFiles} />
      <Button name="intent" value="upload">
        {t("upload.send")}
      </Button>
    </Form>
  );
}

function Uploads({ uploads, again }: { uploads: Upload[]; again: (upload: Upload) => void }) {
  const { t } = useTranslation("media");
  return (
    <ul aria-label={t("upload.list")} aria-live="polite" className="mt-3 grid gap-2 empty:hidden">
      {uploads.map((upload) => (
        <li key={upload.id} className="grid gap-1 rounded-sm border border-line bg-surface px-4 py-2">
          <div className="flex flex-wrap items-center gap-x-3">
            <bdi className="min-w-0 flex-1 break-words">{upload.file.name}</bdi>
            <UploadState upload={upload} />
            {typeof upload.state === "object" && upload.state.result === "failed" ? (
              <Button type="button" kind="quiet" size="s" onClick={() => again(upload)}>
                {t("upload.again")}
              </Button>
            ) : null}
          </div>
          {upload.state === "sending" ? (
            <ProgressBar label={t("upload.progress", { name: upload.file.name })} value={upload.share} />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function UploadState({ upload: { state, file } }: { upload: Upload }) {
  const { t } = useTranslation("media");
  if (state === "waiting") return <span className="text-ink-2 text-sm">{t("upload.waiting")}</span>;
  if (state === "sending") return <span className="sr-only">{t("upload.sending", { name: file.name })}</span>;
  if (state.result === "added")
    return <span className="text-ok text-sm">{t(state.file.isNew ? "upload.done" : "upload.there")}</span>;
  return (
    <span className="basis-full text-danger text-sm" dir="auto">
      {translateMessage(t, withValues(state.messageKey, state.values))}
    </span>
  );
}
