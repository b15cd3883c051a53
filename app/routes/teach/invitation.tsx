import { z } from "zod";
import { acceptInvitation, findInvitation } from "#app/features/course/instructors/accept-invitation.server.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/invitation";

const params = z.object({ token: z.string().regex(/^[\w-]{20,100}$/) });

export const loader = declareLoader({
  access: "signedIn",
  params,
  load: ({ personCtx, params }) => findInvitation(personCtx(), params),
});

export const action = declareAction({
  access: "signedIn",
  params,
  act: async ({ personCtx, params, href, web }) => {
    const { course, cookie } = await acceptInvitation(personCtx(), params);
    if (cookie) web.responseHeaders.append("Set-Cookie", cookie);
    return redirectWithNotice(href(`/teach/${course}`), "course-instructors:notice.accepted");
  },
});

export default function Invitation({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("course-instructors");
  const { locale } = usePageContext().formats;
  if (loaderData.standing !== "open") return <Closed standing={loaderData.standing} />;
  const { role, titles, inviter } = loaderData;
  return (
    <Container width="form" className="pb-12">
      <title>{`${t("accept.title")} · ${t("ui:name")}`}</title>
      <PageHeader
        eyebrow={t("accept.title")}
        title={<LocalText value={pickTranslated(titles, locale)} />}
        lead={inviter ? t("accept.by", { name: inviter, role: t(`teach:role.${role}`) }) : t(`teach:role.${role}`)}
      />
      <div className="grid justify-items-start gap-5">
        <p>{t(`accept.${role}`)}</p>
        <p className="text-ink-2">{t("accept.face")}</p>
        <Form method="post">
          <Button>{t("accept.submit")}</Button>
        </Form>
      </div>
    </Container>
  );
}

function Closed({ standing }: { standing: "spent" | "otherAddress" }) {
  const { t } = useTranslation("course-instructors");
  return (
    <Container width="form" className="pb-12">
      <title>{`${t("accept.title")} · ${t("ui:name")}`}</title>
      <PageHeader title={t("accept.title")} lead={t(`errors.${standing}`)} />
      <Link to="/learn" className={buttonClass({ kind: "quiet" })}>
        {t("ui:nav.learn")}
      </Link>
    </Container>
  );
}
