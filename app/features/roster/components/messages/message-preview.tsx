import { Form } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { MessageText } from "./message-text.tsx";

export type Previewed = {
  subject: string;
  body: string;
  audience: string;
  formId: string;
  /** How many learners it goes to. */
  recipients: number;
  /** Their number has changed since it was shown. */
  changed: boolean;
};

type MessagePreviewProps = { previewed: Previewed; to: string };

/** A message as learners will read it, and to how many it goes, before it is sent. */
export function MessagePreview({ previewed, to }: MessagePreviewProps) {
  const { t } = useTranslation("course-message");
  const { recipients, changed, ...written } = previewed;
  return (
    <Form method="post" className="grid gap-5">
      {changed ? <Notice kind="warning">{t("preview.changed")}</Notice> : null}
      <dl className="grid gap-1">
        <dt className="text-ink-2 text-sm">{t("preview.to")}</dt>
        <dd>
          {to} · {t("preview.recipients", { count: recipients })}
        </dd>
      </dl>
      <MessageText subject={written.subject} body={written.body} />
      {Object.entries(written).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="confirmed" value={recipients} />
      <p className="text-ink-2 text-sm">{t("preview.final")}</p>
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value="send">
          {t("preview.send", { count: recipients })}
        </Button>
        <Button kind="quiet" name="intent" value="change">
          {t("preview.change")}
        </Button>
      </div>
    </Form>
  );
}
