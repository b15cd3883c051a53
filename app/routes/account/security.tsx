import { useLocation } from "react-router";
import { ChangeEmail } from "#app/features/account/components/change-email.tsx";
import { ChangePassword } from "#app/features/account/components/change-password.tsx";
import { resultOf } from "#app/features/account/components/form-result.ts";
import { PasskeyList } from "#app/features/account/components/passkey-list.tsx";
import { SessionList } from "#app/features/account/components/session-list.tsx";
import { TwoStepSection } from "#app/features/account/components/two-step-section.tsx";
import { findPasskeys } from "#app/features/account/find-passkeys.server.ts";
import { findSessions } from "#app/features/account/find-sessions.server.ts";
import { lacksSecondFactor } from "#app/features/account/second-factor-policy.ts";
import { findSettings } from "#app/features/setting/find-settings.server.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/security";
import { securityActions } from "./security-actions.server.ts";

export { passHeaders as headers } from "#app/platform/http/pass-headers.ts";

export const loader = declareLoader({
  access: "signedIn",
  load: async ({ personCtx }) => {
    const ctx = personCtx();
    const [sessions, passkeys, settings] = await Promise.all([
      findSessions(ctx),
      findPasskeys(ctx),
      findSettings(ctx.db),
    ]);
    const { email, twoFactorEnabled } = ctx.actor;
    return { email, twoFactorEnabled, sessions, passkeys, demanded: lacksSecondFactor(ctx.actor, settings) };
  },
});

export const action = declareAction({
  access: "signedIn",
  act: (input) => securityActions(input),
});

export default function Security({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("account");
  const { email, twoFactorEnabled, sessions, passkeys, demanded } = loaderData;
  // What was done leads here anew, and its form is empty again; what was refused stays on the page as typed.
  const { key } = useLocation();
  return (
    <>
      <PlainHead title={t("security.title")} />
      <PageHeader title={t("security.title")} />
      <div key={key} className="grid gap-6">
        {demanded ? <Notice kind="warning">{t("security.demanded")}</Notice> : null}
        <TwoStepSection on={twoFactorEnabled} />
        <PasskeyList
          passkeys={passkeys}
          added={resultOf(actionData, "addPasskey")}
          renamed={resultOf(actionData, "renamePasskey")}
          removed={resultOf(actionData, "removePasskey")}
        />
        <ChangePassword result={resultOf(actionData, "changePassword")} />
        <ChangeEmail email={email} result={resultOf(actionData, "changeEmail")} />
        <SessionList sessions={sessions} />
      </div>
    </>
  );
}
