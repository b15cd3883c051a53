import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { Tag } from "#app/ui/tag.tsx";
import { AccountSection } from "./account-section.tsx";

export function TwoStepSection({ on }: { on: boolean }) {
  const { t } = useTranslation("account");
  return (
    <AccountSection title={t("app.title")} aside={on ? <Tag>{t("app.on")}</Tag> : undefined}>
      <p className="max-w-prose">{on ? t("app.onText") : t("app.offText")}</p>
      <div>
        <Link to="/account/security/second-factor" className={buttonClass({ kind: on ? "quiet" : "primary" })}>
          {on ? t("ui:edit") : t("app.setUp")}
        </Link>
      </div>
    </AccountSection>
  );
}
