import { resultOf } from "#app/features/account/components/form-result.ts";
import { changePreferences, findPreferences } from "#app/features/notification/change-preferences.server.ts";
import { PreferencesForm } from "#app/features/notification/components/preferences-form.tsx";
import { preferencesSchema } from "#app/features/notification/preferences-schema.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/notification-preferences";

export const loader = declareLoader({
  access: "signedIn",
  load: async ({ personCtx }) => ({ preferences: await findPreferences(personCtx()) }),
});

export const action = declareAction({
  access: "signedIn",
  act: ({ form, personCtx, href }) =>
    handleForm({
      form,
      schema: preferencesSchema,
      fieldOf: (code) => (code === "quietHours" ? "quietUntil" : undefined),
      run: async (preferences) => {
        await changePreferences(personCtx(), preferences);
        return redirectWithNotice(href("/account/notifications/preferences"), "notices:preferences.saved");
      },
    }),
});

export default function NotificationPreferences({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("notices");
  const title = t("preferences.title");
  return (
    <>
      <PlainHead title={title} />
      <PageHeader title={title} lead={t("preferences.lead")} />
      <PreferencesForm preferences={loaderData.preferences} result={resultOf(actionData)} />
    </>
  );
}
