import { z } from "zod";
import { findStopping, resubscribe, unsubscribe } from "#app/features/notification/unsubscribe.server.ts";
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
  load: ({ ctx, params: { token } }) => findStopping(ctx.db, { token }),
});

// A press is asked for, because mail programs open links to look at them.
export const action = declareAction({
  access: "anyone",
  params,
  act: async ({ ctx, form, params: { token }, href }) => {
    const again = form.get("intent") === "again";
    await (again ? resubscribe : unsubscribe)(ctx.db, { token });
    return redirectWithNotice(href(`/unsubscribe/${token}`), `notices:unsubscribe.${again ? "againDone" : "done"}`);
  },
});

export default function Unsubscribe({ loaderData: { scope, stopped } }: Route.ComponentProps) {
  const { t } = useTranslation("notices");
  const what = scope === "digest" ? t("preferences.digest") : t(`kinds.${scope}.name`);
  return (
    <Container width="form" className="pb-16">
      <PlainHead title={t("unsubscribe.title")} />
      <PageHeader
        title={t(stopped ? "unsubscribe.stopped.title" : "unsubscribe.title")}
        lead={t(stopped ? "unsubscribe.stopped.text" : "unsubscribe.text", { what })}
      />
      <Form method="post" className="flex flex-wrap items-center gap-4">
        {/* One button, so that it keeps the focus and a second press takes the first one back. */}
        <Button kind={stopped ? "quiet" : "primary"} name="intent" value={stopped ? "again" : "stop"}>
          {t(stopped ? "unsubscribe.again" : "unsubscribe.submit")}
        </Button>
        <Link to="/account/notifications/preferences">{t("preferences.title")}</Link>
      </Form>
    </Container>
  );
}
