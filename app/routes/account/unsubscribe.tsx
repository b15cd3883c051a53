import { z } from "zod";
import { readStopping, unsubscribe } from "#app/features/notification/unsubscribe.server.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/unsubscribe";

const params = z.object({ token: z.string().max(200) });

export const loader = declareLoader({
  access: "anyone",
  params,
  load: ({ params: { token } }) => ({ scope: readStopping(token).scope }),
});

// A press is asked for, because mail programs open links to look at them.
export const action = declareAction({
  access: "anyone",
  params,
  act: async ({ ctx, params: { token }, href }) => {
    await unsubscribe(ctx.db, { token });
    return redirectWithNotice(href(`/unsubscribe/${token}`), "notices:unsubscribe.done");
  },
});

export default function Unsubscribe({ loaderData: { scope } }: Route.ComponentProps) {
  const { t } = useTranslation("notices");
  const what = scope === "digest" ? t("preferences.digest") : t(`kinds.${scope}.name`);
  return (
    <Container width="form" className="pb-16">
      <PlainHead title={t("unsubscribe.title")} />
      <PageHeader title={t("unsubscribe.title")} lead={t("unsubscribe.text", { what })} />
      <Form method="post" className="flex flex-wrap items-center gap-4">
        <Button>{t("unsubscribe.submit")}</Button>
        <Link to="/account/notifications/preferences">{t("preferences.title")}</Link>
      </Form>
    </Container>
  );
}
