import { redirect } from "react-router";
import { z } from "zod";
import { notFound } from "#app/platform/errors/errors.ts";
import { LOCALE_COOKIE } from "#app/platform/http/create-context.server.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { ownPathSchema } from "#app/platform/http/own-path.ts";
import { preferenceCookie, THEME_COOKIE, themeSchema } from "#app/platform/http/preference-cookies.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { inLocale } from "#app/platform/i18n/locales.ts";

const preferencesSchema = z.object({
  theme: z.union([themeSchema, z.literal("system")]).optional(),
  locale: localeSchema.optional(),
  next: ownPathSchema.optional().catch("/"),
});

export const loader = declareLoader({
  access: "anyone",
  load: () => {
    throw notFound();
  },
});

/** Keeps a guest's or a person's choice of theme and language on this device, and goes back to the page, if it is named. */
export const action = declareAction({
  access: "anyone",
  whileViewing: true,
  act: ({ form }) => {
    const parsed = preferencesSchema.safeParse(Object.fromEntries(form));
    if (!parsed.success) throw notFound();
    const { theme, locale, next } = parsed.data;
    const headers = new Headers();
    if (theme) headers.append("Set-Cookie", preferenceCookie(THEME_COOKIE, theme === "system" ? undefined : theme));
    if (locale) headers.append("Set-Cookie", preferenceCookie(LOCALE_COOKIE, locale));
    if (next === undefined) return new Response(null, { status: 204, headers });
    return redirect(locale ? inLocale(next, locale) : next, { headers });
  },
});
