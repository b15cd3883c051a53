import { redirect } from "react-router";
import { z } from "zod";
import { retryOwnAddress } from "#app/features/notification/bounced-addresses.server.ts";
import { NoticeList } from "#app/features/notification/components/notice-list.tsx";
import { findNotices } from "#app/features/notification/find-notices.server.ts";
import { readAllNotices, readNotice } from "#app/features/notification/read-notices.server.ts";
import { academyMails } from "#app/mails.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PageLinks } from "#app/ui/page-links.tsx";
import type { Route } from "./+types/notifications";

const ROOM = "/account/notifications";

export const loader = declareLoader({
  access: "signedIn",
  search: z.object({ cursor: z.string().max(120).optional(), show: z.literal("unread").optional().catch(undefined) }),
  load: async ({ personCtx, search: { cursor, show }, ctx }) => {
    const unreadOnly = show === "unread";
    const page = await findNotices(personCtx(), { cursor, unread: unreadOnly }, academyMails);
    return { ...page, unreadOnly, until: ctx.clock.now() };
  },
});

const acts = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("read"), notice: z.uuid() }),
  z.object({ intent: z.literal("readAll"), until: z.coerce.date() }),
  z.object({ intent: z.literal("retryAddress") }),
]);

export const action = declareAction({
  access: "signedIn",
  act: async ({ form, personCtx, href }) => {
    const act = acts.safeParse(Object.fromEntries(form));
    if (!act.success) throw notFound();
    if (act.data.intent === "read") {
      const path = await readNotice(personCtx(), { id: act.data.notice }, academyMails);
      return redirect(path ?? href(ROOM));
    }
    if (act.data.intent === "readAll") {
      await readAllNotices(personCtx(), act.data);
      return redirectWithNotice(href(ROOM), "notices:readAllDone");
    }
    await retryOwnAddress(personCtx());
    return redirectWithNotice(href(ROOM), "notices:bounce.done");
  },
});

export default function Notifications({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("notices");
  const { notices, next, previous, unread, unreadOnly, until } = loaderData;
  const at = (cursor: string) =>
    `${ROOM}?${new URLSearchParams({ cursor, ...(unreadOnly ? { show: "unread" } : {}) })}`;
  return (
    <>
      <PlainHead title={t("title")} narrowed={unreadOnly} />
      <PageHeader
        title={t("title")}
        lead={unread > 0 ? t("unread", { count: unread }) : undefined}
        actions={<Preferences />}
      />
      <div className="flex flex-wrap items-center justify-between gap-3 pb-4 empty:hidden">
        {unreadOnly || unread > 0 ? (
          <Link to={unreadOnly ? ROOM : `${ROOM}?show=unread`} className={buttonClass({ kind: "plain" })}>
            {t(unreadOnly ? "showAll" : "showUnread")}
          </Link>
        ) : null}
        {unread > 0 ? (
          <Form method="post" action={ROOM}>
            <input type="hidden" name="until" value={new Date(until).toISOString()} />
            <Button kind="quiet" name="intent" value="readAll">
              {t("readAll")}
            </Button>
          </Form>
        ) : null}
      </div>
      {notices.length > 0 ? (
        <NoticeList notices={notices} action={ROOM} />
      ) : (
        <EmptyState title={t(unreadOnly ? "empty.unread" : "empty.title")} text={t("empty.text")} />
      )}
      <PageLinks
        next={next && at(next)}
        previous={previous && at(previous)}
        labels={{ navigation: t("ui:pages.navigation"), next: t("ui:pages.next"), previous: t("ui:pages.previous") }}
        LinkAs={Link}
      />
    </>
  );
}

function Preferences() {
  const { t } = useTranslation("notices");
  return (
    <Link to={`${ROOM}/preferences`} className={buttonClass({ kind: "quiet" })}>
      {t("preferences.title")}
    </Link>
  );
}
