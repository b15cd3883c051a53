import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon, type IconName } from "#app/ui/icon.tsx";
import { MenuButton, menuItemClass } from "#app/ui/menu-button.tsx";
import type { ShellPerson } from "./shell-person.ts";

type Room = { to: string; label: string; icon: IconName };

/** The rooms of somebody signed in, and the way out. */
export function AccountMenu({ person }: { person: NonNullable<ShellPerson> }) {
  const { t } = useTranslation("ui");
  const rooms: Room[] = [
    { to: "/learn", label: t("nav.learn"), icon: "book" },
    { to: "/account/certificates", label: t("nav.certificates"), icon: "certificate" },
    { to: "/account/profile", label: t("nav.account"), icon: "person" },
  ];
  // These rooms load words that readers' pages leave out, so they begin with a page of their own.
  const staffRooms: Room[] = [
    ...(person.mayTeach ? [{ to: "/teach", label: t("nav.teach"), icon: "edit" } as const] : []),
    ...(person.mayAdminister ? [{ to: "/admin", label: t("nav.admin"), icon: "settings" } as const] : []),
  ];
  const label = (
    <>
      <Icon name="person" className="size-5 flex-none" />
      <bdi className="hidden max-w-36 truncate lg:inline">{person.name}</bdi>
    </>
  );
  return (
    <MenuButton
      label={label}
      name={t("nav.accountOf", { name: person.name })}
      compact
      items={[
        ...rooms.map((room) => ({ key: room.to, item: <RoomLink room={room} /> })),
        ...staffRooms.map((room) => ({ key: room.to, item: <RoomLink room={room} reload /> })),
        { key: "sign-out", item: <SignOut /> },
      ]}
    />
  );
}

function RoomLink({ room, reload = false }: { room: Room; reload?: boolean }) {
  return (
    <Link to={room.to} reloadDocument={reload} className={menuItemClass}>
      <Icon name={room.icon} className="size-5 flex-none text-ink-2" />
      {room.label}
    </Link>
  );
}

function SignOut() {
  const { t } = useTranslation("ui");
  return (
    <Form method="post" action="/sign-out" reloadDocument>
      <button type="submit" className={menuItemClass}>
        <Icon name="external" className="size-5 flex-none text-ink-2" />
        {t("nav.signOut")}
      </button>
    </Form>
  );
}
