import { useState } from "react";
import { type MessageValues, translateMessage, withValues } from "#app/platform/i18n/message-key.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import type { MediaFile } from "../../media/media-file.ts";
import { FilesButton } from "../media/files-button.tsx";
import { sendMedia } from "../media/send-media.ts";
import { noteCourseFile } from "./course-files.ts";

type FileUploadProps = { course: string; accept: string; onAdded: (file: MediaFile) => void };
type Refusal = { messageKey: string; values?: MessageValues | undefined };

/** Sends a file of this device to the course from where it is wanted. */
export function FileUpload({ course, accept, onAdded }: FileUploadProps) {
  const { t } = useTranslation("media");
  const [sending, setSending] = useState<{ name: string; share: number } | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const send = async ([file]: File[]) => {
    if (!file) return;
    const { name } = file;
    setRefusal(null);
    setSending({ name, share: 0 });
    const sent = await sendMedia({ course, file }, (share) => setSending({ name, share }));
    setSending(null);
    if (sent.result !== "added") return setRefusal(sent);
    noteCourseFile(course, sent.file);
    onAdded(sent.file);
  };
  return (
    <div className="grid justify-items-start gap-2">
      <FilesButton
        label={t("choose.upload")}
        accept={accept}
        onFiles={(files) => void send(files)}
        kind="quiet"
        size="s"
        disabled={sending !== null}
      />
      {sending ? <ProgressBar label={t("upload.progress", { name: sending.name })} value={sending.share} /> : null}
      <p role="status" className="text-danger text-sm empty:hidden">
        {refusal ? translateMessage(t, withValues(refusal.messageKey, refusal.values)) : null}
      </p>
    </div>
  );
}
