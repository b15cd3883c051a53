import { z } from "zod";
import { changeSettings } from "#app/features/setting/change-settings.server.ts";
import { LogoForm } from "#app/features/setting/components/logo-form.tsx";
import { NamesForm } from "#app/features/setting/components/names-form.tsx";
import { SettingsRooms } from "#app/features/setting/components/settings-rooms.tsx";
import { findSettings } from "#app/features/setting/find-settings.server.ts";
import { changeLogo, logoPlaces, MAX_LOGO_BYTES, removeLogo } from "#app/features/setting/logo.server.ts";
import { namesFormSchema } from "#app/features/setting/site-forms.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import type { Route } from "./+types/academy-settings";

export const loader = declareLoader({
  access: "admin",
  load: async ({ ctx }) => {
    const { siteNames, siteTaglines, logo, darkLogo } = await findSettings(ctx.db);
    return { siteNames, siteTaglines, logo, darkLogo };
  },
});

const logoSchema = z.object({
  place: z.enum(logoPlaces),
  picture: z.instanceof(File, { message: "settings:errors.logoMissing" }),
});

export const action = declareAction({
  access: "admin",
  // With room for larger ones, so that a picture too large is refused in words.
  limit: MAX_LOGO_BYTES * 8,
  intents: ["names", "logo", "removeLogo"],
  act: ({ form, href, personCtx }) => {
    const saved = (message: string) => redirectWithNotice(href("/admin/settings/academy"), message);
    const intent = form.get("intent");
    if (intent === "logo") {
      return handleForm({
        form,
        schema: logoSchema,
        run: async ({ place, picture }) => {
          await changeLogo(personCtx(), { place, bytes: new Uint8Array(await picture.arrayBuffer()) });
          return saved("settings:logo.saved");
        },
        fieldOf: (code) => (code.startsWith("logo") ? "picture" : undefined),
      });
    }
    if (intent === "removeLogo") {
      return handleForm({
        form,
        schema: logoSchema.pick({ place: true }),
        run: async ({ place }) => {
          await removeLogo(personCtx(), place);
          return saved("settings:logo.removed");
        },
      });
    }
    return handleForm({
      form,
      schema: namesFormSchema,
      run: async (names) => {
        await changeSettings(personCtx(), names);
        return saved("settings:names.saved");
      },
    });
  },
});

export default function AcademySettings({ loaderData, actionData }: Route.ComponentProps) {
  const result = actionData && "result" in actionData ? actionData.result : undefined;
  return (
    <SettingsRooms room="academy">
      <div className="grid gap-6">
        <NamesForm {...loaderData} result={result} />
        <LogoForm place="logo" logo={loaderData.logo} result={result} />
        {loaderData.logo ? <LogoForm place="darkLogo" logo={loaderData.darkLogo} result={result} /> : null}
      </div>
    </SettingsRooms>
  );
}
