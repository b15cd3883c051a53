import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from "react-router";
import { isAdmin } from "#app/platform/access/actor.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { directionOf, withoutLocale } from "#app/platform/i18n/locales.ts";
import { messageBundle } from "#app/platform/i18n/messages.server.ts";
import { pageContext } from "#app/platform/i18n/page-context.ts";
import type { Route } from "./+types/root";
import "./app.css";

export const loader = declareLoader({
  access: "anyone",
  load: ({ ctx, web, url }) => {
    const group = /^\/(teach|admin)(\/|$)/.test(withoutLocale(url.pathname)) ? "staff" : "reader";
    const { version } = messageBundle(ctx.locale, group);
    return {
      locale: ctx.locale,
      urlLocale: web.urlLocale,
      formats: {
        locale: ctx.locale,
        timeZone: ctx.actor?.timeZone ?? "UTC",
        calendar: ctx.actor?.calendar ?? "gregorian",
        digits: ctx.actor?.digits ?? "automatic",
      },
      person: ctx.actor && {
        name: ctx.actor.name,
        mayTeach: ctx.actor.instructorId !== null || isAdmin(ctx.actor),
        mayAdminister: isAdmin(ctx.actor),
      },
      messagesHref: `/resources/messages/${ctx.locale}.${group}.${version}.json`,
    };
  },
});

export function Layout({ children }: { children: React.ReactNode }) {
  const data = useRouteLoaderData<Route.ComponentProps["loaderData"]>("root");
  const locale = data?.locale ?? "ar";
  return (
    <html lang={locale} dir={directionOf(locale)} data-digits={data?.formats.digits}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
        {data ? (
          <link rel="preload" as="fetch" crossOrigin="anonymous" href={data.messagesHref} data-messages="" />
        ) : null}
      </head>
      <body>
        {children}
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

export default function App({ loaderData }: Route.ComponentProps) {
  const { urlLocale, formats } = loaderData;
  return (
    <pageContext.Provider value={{ urlLocale, formats }}>
      <Outlet />
    </pageContext.Provider>
  );
}
