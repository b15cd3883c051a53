import { AccountSection } from "#app/features/account/components/account-section.tsx";
import { resultOf } from "#app/features/account/components/form-result.ts";
import { ErasureSection } from "#app/features/privacy/components/erasure-section.tsx";
import { ExportSection } from "#app/features/privacy/components/export-section.tsx";
import { findMyData } from "#app/features/privacy/find-my-data.server.ts";
import { GRACE_DAYS } from "#app/features/privacy/grace-days.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/data";
import { dataActions } from "./data-actions.server.ts";

export { passHeaders as headers } from "#app/platform/http/pass-headers.ts";

export const loader = declareLoader({ access: "signedIn", load: ({ personCtx }) => findMyData(personCtx()) });

export const action = declareAction({ access: "signedIn", act: (input) => dataActions(input) });

export default function MyData({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("privacy");
  const formats = useFormats();
  const refused = useFormErrors(resultOf(actionData, "export"));
  const { keptAccountAt, obstacles, certificates, proof } = loaderData;
  return (
    <>
      <PlainHead title={t("title")} />
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="grid gap-6">
        {keptAccountAt ? (
          <Notice kind="info">{t("erasure.kept", { moment: formats.moment(keptAccountAt) })}</Notice>
        ) : null}
        <ExportSection made={loaderData.export} errors={refused.form} />
        <AccountSection title={t("policy:mine.title")}>
          <p>{t("policy:mine.lead")}</p>
          <p>
            <Link to="/account/agreements" className={buttonClass({ kind: "quiet" })}>
              {t("policy:mine.look")}
            </Link>
          </p>
        </AccountSection>
        <ErasureSection
          obstacles={obstacles}
          certificates={certificates}
          proof={proof}
          graceDays={GRACE_DAYS}
          result={resultOf(actionData, "delete")}
        />
      </div>
    </>
  );
}
