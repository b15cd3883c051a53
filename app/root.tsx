import "#app/platform/browser/no-eval.ts";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  type ShouldRevalidateFunctionArgs,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "react-router";
import { findPolicyLinks } from "#app/features/policy/demands.server.ts";
import { isBegun } from "#app/features/progress/begun-attempts.ts";
import { isAdmin, type Person } from "#app/platform/access/actor.ts";
import { forgetHeldBack, holdBack } from "#app/platform/browser/held-back.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { readNotice } from "#app/platform/http/notice.server.ts";
import { readTheme } from "#app/platform/http/preference-cookies.server.ts";
import { fetchWordsFor } from "#app/platform/i18n/load-words.ts";
import { defaultLocale, directionOf, isLocale, type Locale } from "#app/platform/i18n/locales.ts";
import { messageGroupOf } from "#app/platform/i18n/message-group.ts";
import { translateMessage } from "#app/platform/i18n/message-key.ts";
import { messageHrefs, serverI18n } from "#app/platform/i18n/messages.server.ts";
import { pageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { saidIn } from "#app/platform/site/site.ts";
import { themeHref } from "#app/platform/site/theme-href.ts";
import type { Route } from "./+types/root";
import { BareShell } from "./routes/shell/bare-shell.tsx";
import { ErrorScreen } from "./routes/shell/error-screen.tsx";
import { HeadLinks } from "./routes/shell/head-links.tsx";
import { HeldBackNotice } from "./routes/shell/held-back.tsx";
import { PageChange } from "./routes/shell/page-change.tsx";
import { toPageError } from "./routes/shell/page-error.ts";
import { PageNotice, Shell } from "./routes/shell/shell.tsx";
import { ViewingBanner, type ViewingWords } from "./routes/shell/viewing-banner.tsx";
import "./app.css";

export const loader = declareLoader({
  access: "anyone",
  load: async ({ ctx, web, url, request }) => {
    const cookie = request.headers.get("Cookie");
    const notice = readNotice(cookie);
    return {
      locale: ctx.locale,
      urlLocale: web.urlLocale,
      formats: {
        locale: ctx.locale,
        timeZone: ctx.actor?.timeZone ?? web.site.timeZone,
        calendar: ctx.actor?.calendar ?? "gregorian",
        digits: ctx.actor?.digits ?? "automatic",
      },
      person: ctx.actor && {
        name: ctx.actor.name,
        mayTeach: ctx.actor.instructorId !== null || isAdmin(ctx.actor),
        mayAdminister: isAdmin(ctx.actor),
        unread: ctx.actor.unreadNotices ?? 0,
      },
      site: {
        languages: web.site.languages,
        logo: web.site.logo,
        darkLogo: web.site.darkLogo,
        theme: themeHref(web.site.accents),
        said: saidIn(web.site, ctx.locale),
        policies: await findPolicyLinks(ctx),
      },
      viewing: ctx.actor?.viewedBy && wordViewing(ctx.actor, ctx.locale),
      theme: readTheme(cookie),
      notice: notice && translateMessage(serverI18n(ctx.locale, ctx.actor?.digits).t, notice),
      messageHrefs: messageHrefs(ctx.locale),
      messageGroup: messageGroupOf(url.pathname),
    };
  },
});

function wordViewing({ name, viewedBy }: Person, locale: Locale): ViewingWords {
  const { t } = serverI18n(locale);
  const left = viewedBy ? viewedBy.until.getTime() - Date.now() : 0;
  const minutes = Math.max(1, Math.ceil(left / 60_000));
  return {
    text: t("people:viewing.text", { name: `\u2068${name}\u2069`, count: minutes }),
    end: t("people:viewing.end"),
  };
}

/** In the browser: a page whose words are not there yet waits for them. */
export const clientMiddleware: Route.ClientMiddlewareFunction[] = [
  async ({ request }, next) => {
    const { pathname } = new URL(request.url);
    // The router comes by once more after an act, for the same page: what was just held back is not forgotten then.
    if (request.method !== "GET" || pathname !== window.location.pathname) forgetHeldBack();
    await fetchWordsFor(pathname);
    const results = await next();
    return request.method === "GET" ? results : holdBack(results);
  },
];

/** Who begins an attempt has all of its page already. */
export function shouldRevalidate({ nextParams, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  return defaultShouldRevalidate && !isBegun(nextParams.attempt);
}

/** An error's own headers, such as when to come again, go out with its page. */
export function headers({ errorHeaders }: Route.HeadersArgs): Headers {
  return errorHeaders ?? new Headers();
}

type RootData = Route.ComponentProps["loaderData"];

/** The document around a page, and around an error that left the root itself without data. */
export function Layout({ children }: { children: React.ReactNode }) {
  const data = useRouteLoaderData<RootData>("root");
  const { language } = useTranslation();
  const locale = data?.locale ?? (isLocale(language) ? language : defaultLocale);
  return (
    <html
      lang={locale}
      dir={directionOf(locale)}
      data-digits={data?.formats.digits}
      data-theme={data?.theme}
      data-words={JSON.stringify(data?.messageHrefs)}
      data-said={data?.site.said.name || data?.site.said.tagline ? JSON.stringify(data.site.said) : undefined}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <HeadLinks locale={locale} />
        <Meta />
        <Links />
        {data?.site.theme ? <link rel="stylesheet" href={data.site.theme} /> : null}
        {data ? (
          <link rel="preload" as="fetch" crossOrigin="anonymous" href={data.messageHrefs[data.messageGroup]} />
        ) : null}
      </head>
      <body>
        {children}
        {/* Without the root's data there is nothing to make the page live with: it stays as it was sent. */}
        {data ? (
          <>
            <ScrollRestoration />
            <Scripts />
          </>
        ) : null}
      </body>
    </html>
  );
}

/** Whether the page's own route draws the frame: `export const handle = { shell: "bare" }`. */
function useBareShell(): boolean {
  return useMatches().some(
    ({ handle }) => typeof handle === "object" && handle !== null && "shell" in handle && handle.shell === "bare",
  );
}

export default function App({ loaderData }: Route.ComponentProps) {
  const { urlLocale, formats, site, person, theme, notice, viewing } = loaderData;
  const bare = useBareShell();
  return (
    <pageContext.Provider value={{ urlLocale, formats, site }}>
      <PageChange />
      <HeldBackNotice />
      {viewing ? <ViewingBanner words={viewing} /> : null}
      {bare ? (
        <div className="one-weight">
          {notice ? <PageNotice message={notice} /> : null}
          <Outlet />
        </div>
      ) : (
        <Shell person={person} theme={theme} notice={notice}>
          <Outlet />
        </Shell>
      )}
    </pageContext.Provider>
  );
}

export function ErrorBoundary() {
  const data = useRouteLoaderData<RootData>("root");
  const { language } = useTranslation();
  const segment = useLocation().pathname.split("/")[1];
  const online = typeof navigator === "undefined" || navigator.onLine !== false;
  const screen = <ErrorScreen error={toPageError(useRouteError(), online)} />;
  const locale = isLocale(language) ? language : defaultLocale;
  const context = {
    urlLocale: isLocale(segment) ? segment : undefined,
    ...(data ? { site: data.site } : {}),
    formats: data?.formats ?? {
      locale,
      timeZone: "UTC",
      calendar: "gregorian" as const,
      digits: "automatic" as const,
    },
  };
  return (
    <pageContext.Provider value={context}>
      {data?.viewing ? <ViewingBanner words={data.viewing} /> : null}
      {data ? (
        <Shell person={data.person} theme={data.theme} notice={undefined}>
          {screen}
        </Shell>
      ) : (
        <BareShell>{screen}</BareShell>
      )}
    </pageContext.Provider>
  );
}
