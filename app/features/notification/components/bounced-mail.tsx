import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Notice } from "#app/ui/notice.tsx";

/** Says that mail to one's own address comes back, and what one can do about it. */
export function BouncedMail({ email }: { email: string }) {
  const { t } = useTranslation("notices");
  return (
    <div className="pt-6">
      <Notice kind="warning" title={t("bounce.title")}>
        <p>{t("bounce.text", { email: `\u2068${email}\u2069` })}</p>
        <Form method="post" action="/account/notifications" className="flex flex-wrap gap-3 pt-3">
          <Button kind="quiet" name="intent" value="retryAddress">
            {t("bounce.retry")}
          </Button>
          <Link to="/account/security" className={buttonClass({ kind: "plain" })}>
            {t("bounce.change")}
          </Link>
        </Form>
      </Notice>
    </div>
  );
}
