import { Form } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";

/** Asks, and then posts `withdraw` to the page it stands on. */
export function WithdrawForm() {
  const { t } = useTranslation("enrolment");
  return (
    <Form method="post" className="grid justify-items-start gap-3">
      <p className="text-ink-2">{t("withdraw.hint")}</p>
      <ConfirmSubmit
        name="intent"
        value="withdraw"
        label={t("withdraw.label")}
        title={t("withdraw.title")}
        text={t("withdraw.text")}
        confirmLabel={t("withdraw.confirm")}
        cancelLabel={t("withdraw.cancel")}
      />
    </Form>
  );
}
