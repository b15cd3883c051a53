import { redirect } from "react-router";
import { findCode } from "#app/features/payment/access/find-code.server.ts";
import { codeSearchSchema, redeemSchema } from "#app/features/payment/access/group-schema.ts";
import { redeemCode } from "#app/features/payment/access/redeem-code.server.ts";
import { CodeForm, RedeemCard } from "#app/features/payment/components/groups/redeem-card.tsx";
import { isAway, orAway } from "#app/platform/browser/or-away.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Container } from "#app/ui/container.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/redeem";

const address = (code: string) => `/redeem?code=${encodeURIComponent(code)}`;

export const loader = declareLoader({
  access: "anyone",
  search: codeSearchSchema,
  load: async ({ ctx, search: { code: typed }, web, href }) => {
    const found = typed ? await findCode(ctx, { code: typed, address: web.address }) : undefined;
    const next = href(address(found?.code ?? ""));
    return { typed, found, next, signedIn: ctx.actor !== null };
  },
});

export const action = declareAction({
  access: "anyone",
  search: codeSearchSchema,
  act: ({ ctx: { actor, ...ctx }, form, href }) =>
    handleForm({
      form,
      schema: redeemSchema,
      run: async ({ code }) => {
        if (!actor) throw redirect(`${href("/sign-in")}?next=${encodeURIComponent(href(address(code)))}`);
        const { courseSlug } = await redeemCode({ ...ctx, actor }, { code });
        return redirectWithNotice(href(`/learn/${courseSlug}`), "payment:notice.given.course");
      },
    }),
});

/** A dead line leaves her where she is. */
export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orAway(serverAction);

export default function Redeem({ loaderData: { typed, found, next, signedIn }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("groups");
  const away = isAway(actionData);
  const errors = useFormErrors(away ? undefined : actionData?.result);
  const unknown = typed && !found ? t("payment:errors.codeUnknown") : undefined;
  const form = <CodeForm typed={typed} error={unknown} />;
  return (
    <Container width="form" className="pb-16">
      <PlainHead title={unknown ?? t("redeem.title")} />
      <PageHeader title={t("redeem.title")} lead={found ? undefined : t("redeem.lead")} />
      <div className="grid gap-6">
        {away ? <Notice kind="warning">{t("away")}</Notice> : null}
        <FormErrors messages={errors.form} />
        {found ? <RedeemCard found={found} signedIn={signedIn} next={next} /> : form}
        {found ? <Disclosure summary={t("redeem.another")}>{form}</Disclosure> : null}
      </div>
    </Container>
  );
}
