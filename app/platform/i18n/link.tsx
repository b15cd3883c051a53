import type { Ref } from "react";
import {
  type FormProps,
  type LinkProps,
  type NavLinkProps,
  Form as RouterForm,
  Link as RouterLink,
  NavLink as RouterNavLink,
} from "react-router";
import { inLocale } from "./locales.ts";
import { usePageContext } from "./page-context.ts";

/** Turns an address of the product (`/courses`) into one that keeps the language of this page's address. */
export function useHref(): (path: string) => string {
  const { urlLocale, turnLink } = usePageContext();
  return (path) => (path.startsWith("/") ? inLocale(turnLink ? turnLink(path) : path, urlLocale) : path);
}

type To = { to: string };

export function Link({ to, ...rest }: Omit<LinkProps, "to"> & To) {
  return <RouterLink to={useHref()(to)} {...rest} />;
}

export function NavLink({ to, ...rest }: Omit<NavLinkProps, "to"> & To) {
  return <RouterNavLink to={useHref()(to)} {...rest} />;
}

/** A form that works without JavaScript; without `action` it goes to the page it stands on. */
export function Form({ action, ...rest }: Omit<FormProps, "action"> & { action?: string; ref?: Ref<HTMLFormElement> }) {
  const href = useHref();
  return <RouterForm action={action === undefined ? undefined : href(action)} {...rest} />;
}
