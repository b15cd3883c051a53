import { data, redirect } from "react-router";
import { z } from "zod";
import { passwordOnlySchema, totpCodeSchema } from "#app/features/account/account-schema.ts";
import { resultOf } from "#app/features/account/components/form-result.ts";
import { BackupCodes, PasswordStep, ScanStep } from "#app/features/account/components/second-factor-steps.tsx";
import {
  confirmSecondFactor,
  findSecondFactor,
  renewBackupCodes,
  startSecondFactor,
  turnOffSecondFactor,
} from "#app/features/account/set-up-second-factor.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader, type RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/set-up-second-factor";

export { passHeaders as headers } from "#app/platform/http/pass-headers.ts";

export const loader = declareLoader({ access: "signedIn", load: ({ personCtx }) => findSecondFactor(personCtx()) });

type Input = RouteInput<unknown, unknown> & { form: FormData };

export const action = declareAction({
  access: "signedIn",
  act: (input) => {
    const intent = String(input.form.get("intent"));
    if (intent === "confirm") return confirm(input);
    if (!["start", "renew", "turnOff"].includes(intent)) throw notFound();
    return withPassword(input, intent);
  },
});

function confirm({ form, personCtx, request }: Input) {
  return handleForm({
    form,
    schema: z.object({ code: totpCodeSchema }),
    fieldOf: (code) => (code === "wrongCode" ? "code" : undefined),
    run: async ({ code }) => {
      const { backupCodes, cookies } = await confirmSecondFactor(personCtx(), { code, headers: request.headers });
      return data({ backupCodes }, { headers: cookies });
    },
  });
}

function withPassword({ form, href, personCtx, request }: Input, intent: string) {
  return handleForm({
    form,
    schema: passwordOnlySchema,
    fieldOf: (code) => (code === "wrongPassword" ? "currentPassword" : undefined),
    run: async ({ currentPassword }) => {
      const given = { currentPassword, headers: request.headers };
      if (intent === "renew") return data(await renewBackupCodes(personCtx(), given));
      if (intent === "start") {
        await startSecondFactor(personCtx(), given);
        return redirect(href("/account/security/second-factor"));
      }
      const { cookies } = await turnOffSecondFactor(personCtx(), given);
      const answer = redirectWithNotice(href("/account/security"), "account:app.offDone");
      for (const cookie of cookies.getSetCookie()) answer.headers.append("Set-Cookie", cookie);
      return answer;
    },
  });
}

export default function SetUpSecondFactor({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("account");
  const codes = actionData && "backupCodes" in actionData ? actionData.backupCodes : undefined;
  return (
    <>
      <PlainHead title={t("app.title")} />
      <PageHeader title={t("app.title")} lead={codes ? t("app.onDone") : undefined} />
      <div className="grid gap-6">
        {codes ? <BackupCodes codes={codes} /> : <Steps setUp={loaderData} answer={actionData} />}
      </div>
    </>
  );
}

type StepsProps = { setUp: Route.ComponentProps["loaderData"]; answer: Parameters<typeof resultOf>[0] };

function Steps({ setUp, answer }: StepsProps) {
  const { t } = useTranslation("account");
  const step = (intent: string) => ({ intent, result: resultOf(answer, intent) });
  if (setUp.state === "on") {
    const [renew, off] = [t("app.renew"), t("app.turnOff")];
    return (
      <>
        <PasswordStep {...step("renew")} title={renew} text={t("app.renewText")} submit={renew} kind="quiet" />
        <PasswordStep {...step("turnOff")} title={off} text={t("app.turnOffText")} submit={off} kind="danger" />
      </>
    );
  }
  const start = { ...step("start"), text: t("app.passwordText"), submit: t("app.go") };
  if (setUp.state === "off") return <PasswordStep {...start} title={t("app.setUpTitle")} />;
  return (
    <>
      <ScanStep qrSvg={setUp.qrSvg} secret={setUp.secret} result={resultOf(answer, "confirm")} />
      <PasswordStep {...start} title={t("app.startAgain")} kind="quiet" />
    </>
  );
}
