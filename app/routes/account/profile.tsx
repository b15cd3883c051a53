import { resultOf } from "#app/features/account/components/form-result.ts";
import { ProfileForm } from "#app/features/account/components/profile-form.tsx";
import { findProfile } from "#app/features/account/find-profile.server.ts";
import { findProfileChoices } from "#app/features/account/find-profile-choices.server.ts";
import { profileSchema } from "#app/features/account/profile-schema.ts";
import { updateProfile } from "#app/features/account/update-profile.server.ts";
import { LOCALE_COOKIE } from "#app/platform/http/create-context.server.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { preferenceCookie } from "#app/platform/http/preference-cookies.server.ts";
import { inLocale } from "#app/platform/i18n/locales.ts";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/profile";

export const loader = declareLoader({
  access: "signedIn",
  load: async ({ ctx, personCtx }) => ({
    profile: await findProfile(personCtx()),
    choices: findProfileChoices(ctx.locale),
  }),
});

export const action = declareAction({
  access: "signedIn",
  act: ({ form, personCtx, web }) =>
    handleForm({
      form,
      schema: profileSchema,
      run: async (profile) => {
        await updateProfile(personCtx(), profile);
        const path = inLocale("/account/profile", web.urlLocale && profile.locale);
        const answer = redirectWithNotice(path, "account:profile.saved");
        // An earlier choice on this device would stand before that of the profile.
        answer.headers.append("Set-Cookie", preferenceCookie(LOCALE_COOKIE, profile.locale));
        return answer;
      },
    }),
});

export default function Profile({ loaderData: { profile, choices }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("account");
  return (
    <>
      <PlainHead title={t("profile.title")} />
      <PageHeader title={t("profile.title")} />
      <ProfileForm profile={profile} choices={choices} result={resultOf(actionData)} />
    </>
  );
}
