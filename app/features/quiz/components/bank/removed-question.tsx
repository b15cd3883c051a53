import { Form } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** Stands in the place of the editor of a question that was removed. */
export function RemovedQuestion({ at }: { at: Date | string }) {
  const { t } = useTranslation("question-bank");
  const formats = useFormats();
  return (
    <Notice kind="info" title={t("removed.title", { date: formats.date(at) })}>
      <Form method="post" className="grid justify-items-start gap-3">
        <p>{t("removed.text")}</p>
        <Button name="intent" value="bring-back">
          {t("acts.bringBack")}
        </Button>
      </Form>
    </Notice>
  );
}
