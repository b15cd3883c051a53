import { z } from "zod";
import { changeSettings } from "#app/features/setting/change-settings.server.ts";
import { SettingsRooms } from "#app/features/setting/components/settings-rooms.tsx";
import { findSettings } from "#app/features/setting/find-settings.server.ts";
import { registrationModes } from "#app/features/setting/settings.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { Form } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import type { Route } from "./+types/settings";

export const loader = declareLoader({
  access: "admin",
  load: async ({ ctx }) => {
    const { registration, staffSecondFactor } = await findSettings(ctx.db);
    return { registration, staffSecondFactor };
  },
});

// A box that is not ticked is not sent.
const box = z
  .string()
  .optional()
  .transform((value) => value !== undefined);

export const action = declareAction({
  access: "admin",
  act: ({ form, href, personCtx }) =>
    handleForm({
      form,
      schema: z.object({ registration: z.enum(registrationModes), staffSecondFactor: box }),
      run: async (wanted) => {
        await changeSettings(personCtx(), wanted);
        return redirectWithNotice(href("/admin/settings"), "admin:settings.saved");
      },
    }),
});

export default function Settings({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("admin");
  const modes = ["open", "invitation", "closed"] as const;
  return (
    <SettingsRooms room="people">
      <Card>
        <Form method="post" className="grid gap-5">
          <RadioGroup
            legend={t("settings.registration")}
            name="registration"
            hint={t("settings.registrationHint")}
            options={modes.map((mode) => ({ value: mode, label: t(`settings.registrationModes.${mode}`) }))}
            defaultValue={loaderData.registration}
          />
          <Checkbox
            name="staffSecondFactor"
            label={t("settings.staffSecondFactor")}
            hint={t("settings.staffSecondFactorHint")}
            defaultChecked={loaderData.staffSecondFactor}
          />
          <div>
            <Button>{t("settings.save")}</Button>
          </div>
        </Form>
      </Card>
    </SettingsRooms>
  );
}
