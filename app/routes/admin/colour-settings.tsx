import { changeSettings } from "#app/features/setting/change-settings.server.ts";
import { ColoursForm } from "#app/features/setting/components/colours-form.tsx";
import { SettingsRooms } from "#app/features/setting/components/settings-rooms.tsx";
import { findSettings } from "#app/features/setting/find-settings.server.ts";
import { coloursFormSchema } from "#app/features/setting/site-forms.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { schemes } from "#app/platform/site/palette.ts";
import type { Route } from "./+types/colour-settings";

export const loader = declareLoader({
  access: "admin",
  load: async ({ ctx }) => ({ accents: (await findSettings(ctx.db)).accents }),
});

export const action = declareAction({
  access: "admin",
  intents: ["", "house"],
  act: async ({ form, href, personCtx }) => {
    const saved = () => redirectWithNotice(href("/admin/settings/colours"), "settings:colours.saved");
    if (form.get("intent") === "house") {
      await changeSettings(personCtx(), { accents: null });
      return saved();
    }
    return handleForm({
      form,
      schema: coloursFormSchema,
      run: async (accents) => {
        await changeSettings(personCtx(), { accents });
        return saved();
      },
    });
  },
});

export default function ColourSettings({ loaderData: { accents }, actionData }: Route.ComponentProps) {
  return (
    <SettingsRooms room="colours">
      <ColoursForm
        key={accents ? schemes.map((scheme) => accents[scheme]).join() : "house"}
        accents={accents}
        result={actionData && "result" in actionData ? actionData.result : undefined}
      />
    </SettingsRooms>
  );
}
