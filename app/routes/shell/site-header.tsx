import { Link, NavLink } from "#app/platform/i18n/link.tsx";
import { useSite } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { logoHref } from "#app/platform/site/site.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { Container } from "#app/ui/container.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { MenuButton, menuItemClass } from "#app/ui/menu-button.tsx";
import { Star } from "#app/ui/star.tsx";
import { AccountMenu } from "./account-menu.tsx";
import { LanguageMenu } from "./language-menu.tsx";
import { NoticeBell } from "./notice-bell.tsx";
import type { ShellPerson } from "./shell-person.ts";

/** The pages that everybody finds in the header, by message key. */
const places = [
  { to: "/", label: "ui:nav.home", end: true },
  { to: "/courses", label: "ui:nav.courses", end: false },
];

export function SiteHeader({ person }: { person: ShellPerson }) {
  return (
    <header className="border-line border-b bg-paper">
      <Container className="flex min-h-17 items-center gap-x-3 md:gap-x-8">
        <Mark />
        <MainNavigation person={person} />
        <div className="ms-auto flex items-center gap-1 sm:gap-2">
          <LanguageMenu />
          {person ? <NoticeBell unread={person.unread} /> : null}
          {person ? <AccountMenu person={person} /> : <GuestLinks />}
          <NarrowMenu person={person} />
        </div>
      </Container>
    </header>
  );
}

export function Mark() {
  const { t } = useTranslation("ui");
  return (
    <Link
      to="/"
      className="flex min-h-11 min-w-11 items-center gap-2.5 font-bold font-read text-2xl text-tile-strong leading-tight no-underline"
    >
      <LogoOrStar />
      {/* On the smallest screens four buttons leave no room for it; a long name takes two lines. */}
      <span className="line-clamp-2 min-w-0 max-[22rem]:sr-only">{t("name")}</span>
    </Link>
  );
}

/** The academy's logo, on dark pages its dark one; the name beside it says what it is. */
function LogoOrStar() {
  const { logo, darkLogo } = useSite();
  if (!logo) return <Star className="size-8 flex-none" />;
  return (
    <>
      <img
        src={logoHref(logo)}
        width={logo.width}
        height={logo.height}
        alt=""
        className="site-logo"
        data-dark={!!darkLogo}
      />
      {darkLogo ? (
        <img
          src={logoHref(darkLogo)}
          width={darkLogo.width}
          height={darkLogo.height}
          alt=""
          className="site-logo-dark"
        />
      ) : null}
    </>
  );
}

function usePlaces(person: ShellPerson) {
  const { t } = useTranslation("ui");
  const all = person ? [...places, { to: "/learn", label: "ui:nav.learn", end: false }] : places;
  return all.map(({ label, ...place }) => ({ ...place, text: t(label) }));
}

function MainNavigation({ person }: { person: ShellPerson }) {
  const { t } = useTranslation("ui");
  return (
    <nav aria-label={t("nav.main")} className="hidden md:block">
      <ul className="flex gap-6">
        {usePlaces(person).map(({ to, end, text }) => (
          <li key={to}>
            <NavLink to={to} end={end} className="nav-link" prefetch="intent">
              {text}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function GuestLinks() {
  const { t } = useTranslation("ui");
  return (
    <>
      <Link to="/sign-in" className={`${buttonClass({ kind: "quiet" })} guest-sign-in`}>
        {t("nav.signIn")}
      </Link>
      <Link to="/sign-up" className={`${buttonClass()} guest-sign-up`}>
        {t("nav.signUp")}
      </Link>
    </>
  );
}

/** What the width of a phone leaves no room for. */
function NarrowMenu({ person }: { person: ShellPerson }) {
  const { t } = useTranslation("ui");
  const links = usePlaces(person).map(({ to, end, text }) => ({
    key: to,
    item: (
      <NavLink to={to} end={end} className={menuItemClass}>
        {text}
      </NavLink>
    ),
  }));
  const waysIn = ["signIn", "signUp"].map((way) => ({
    key: way,
    item: (
      <Link to={way === "signIn" ? "/sign-in" : "/sign-up"} className={menuItemClass}>
        {t(`nav.${way}`)}
      </Link>
    ),
  }));
  return (
    <nav aria-label={t("nav.main")} className="md:hidden">
      <MenuButton
        label={<Icon name="menu" className="size-6 flex-none" />}
        name={t("nav.menu")}
        compact
        items={person ? links : [...links, ...waysIn]}
      />
    </nav>
  );
}
