import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

type TimeOverProps = { unsaved: number; graceUntil: Date | null; busy: boolean; failed: boolean; onSubmit: () => void };

/** That time is over, what becomes of what was answered, and how not to wait for it. */
export function TimeOver({ unsaved, graceUntil, busy, failed, onSubmit }: TimeOverProps) {
  const { t } = useTranslation("sitting");
  const formats = useFormats();
  return (
    <Notice kind="warning" title={t("over.title")}>
      <div className="grid justify-items-start gap-3">
        <p>{t("over.text")}</p>
        {unsaved > 0 && graceUntil ? (
          <p>{t("over.unsent", { count: unsaved, until: formats.moment(graceUntil) })}</p>
        ) : null}
        {failed ? <p>{t("submit.failed")}</p> : null}
        <Button type="button" kind="quiet" disabled={busy} onClick={onSubmit}>
          {t(busy ? "submit.sending" : "over.now")}
        </Button>
      </div>
    </Notice>
  );
}
