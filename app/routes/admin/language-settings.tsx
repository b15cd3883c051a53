import { findProfileChoices } from "#app/features/account/find-profile-choices.server.ts";
import { changeSettings } from "#app/features/setting/change-settings.server.ts";
import { LanguagesForm } from "#app/features/setting/components/languages-form.tsx";
import { SettingsRooms } from "#app/features/setting/components/settings-rooms.tsx";
import { findSettings } from "#app/features/setting/find-settings.server.ts";
import { languagesFormSchema } from "#app/features/setting/site-forms.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import type { Route } from "./+types/language-settings";

export const loader = declareLoader({
  access: "admin",
  load: async ({ ctx }) => {
    const { languages, defaultLanguage, timeZone } = await findSettings(ctx.db);
    return { languages, defaultLanguage, timeZone, zones: findProfileChoices(ctx.locale).timeZones };
  },
});

export const action = declareAction({
  access: "admin",
  act: ({ form, href, personCtx }) =>
    handleForm({
      form,
      schema: languagesFormSchema,
      run: async (languages) => {
        await changeSettings(personCtx(), languages);
        return redirectWithNotice(href("/admin/settings/languages"), "settings:languages.saved");
      },
    }),
});

export default function LanguageSettings({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <SettingsRooms room="languages">
      <LanguagesForm {...loaderData} result={actionData && "result" in actionData ? actionData.result : undefined} />
    </SettingsRooms>
  );
}
