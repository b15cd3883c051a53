import { Outlet } from "react-router";
import { findOwnBounce } from "#app/features/notification/bounced-addresses.server.ts";
import { BouncedMail } from "#app/features/notification/components/bounced-mail.tsx";
import { countMyGroups } from "#app/features/payment/access/find-my-groups.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { NavLink } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Container } from "#app/ui/container.tsx";
import type { Route } from "./+types/account-layout";

export const loader = declareLoader({
  access: "signedIn",
  load: async ({ personCtx }) => {
    const [groups, bounce] = await Promise.all([countMyGroups(personCtx()), findOwnBounce(personCtx())]);
    return { groups, bounced: bounce ? personCtx().actor.email : null };
  },
});

/** The rooms of one's own account, side by side. */
export default function AccountLayout({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("account");
  const rooms = [
    { to: "/account/profile", label: t("nav.profile") },
    { to: "/account/certificates", label: t("ui:nav.certificates") },
    { to: "/account/orders", label: t("nav.orders") },
    { to: "/account/scholarships", label: t("scholarships:mine.title") },
    ...(loaderData.groups > 0 ? [{ to: "/account/groups", label: t("groups:mine.title") }] : []),
    { to: "/account/notifications", label: t("notices:title") },
    { to: "/account/video", label: t("nav.video") },
    { to: "/account/security", label: t("nav.security") },
    { to: "/account/data", label: t("privacy:nav") },
  ];
  return (
    <Container className="grid gap-x-12 pb-16 lg:grid-cols-[13rem_minmax(0,1fr)]">
      <nav aria-label={t("nav.label")} className="pt-8 print:hidden">
        <ul className="flex flex-wrap gap-2 lg:sticky lg:top-8 lg:flex-col">
          {rooms.map(({ to, label }) => (
            <li key={to}>
              <NavLink
                to={to}
                className="flex min-h-11 items-center rounded-sm px-4 text-ink-2 no-underline hover:bg-surface-2 aria-[current=page]:bg-tile-tint aria-[current=page]:font-semibold aria-[current=page]:text-tile-strong"
              >
                {label}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <div className="min-w-0">
        {loaderData.bounced ? <BouncedMail email={loaderData.bounced} /> : null}
        <Outlet />
      </div>
    </Container>
  );
}
