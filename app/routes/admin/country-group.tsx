import { z } from "zod";
import { findProfileChoices } from "#app/features/account/find-profile-choices.server.ts";
import { CountryGroupForm } from "#app/features/payment/components/prices/country-group-form.tsx";
import { RemoveCountryGroup } from "#app/features/payment/components/prices/country-group-list.tsx";
import { PriceRooms } from "#app/features/payment/components/prices/price-rooms.tsx";
import { countryGroupSchema } from "#app/features/payment/prices/country-group-schema.ts";
import {
  findCountryGroup,
  removeCountryGroup,
  saveCountryGroup,
} from "#app/features/payment/prices/country-groups.server.ts";
import { fieldsOfPriceRefusals } from "#app/features/payment/prices/prices-errors.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { Route } from "./+types/country-group";

const params = z.object({ group: z.union([z.uuid(), z.literal("new")]) });
const list = "/admin/country-groups";

export const loader = declareLoader({
  access: "admin",
  params,
  load: async ({ personCtx, ctx, params: { group: id } }) => ({
    group: id === "new" ? undefined : await findCountryGroup(personCtx(), { id }),
    countries: findProfileChoices(ctx.locale).countries,
  }),
});

export const action = declareAction({
  access: "admin",
  params,
  intents: ["save", "remove"],
  act: ({ personCtx, form, params: { group: id }, href }) => {
    const fieldOf = (code: string) => fieldsOfPriceRefusals[code];
    if (id !== "new" && form.get("intent") === "remove") {
      return handleForm({
        form,
        fieldOf,
        schema: z.object({}),
        run: async (): Promise<never> => {
          await removeCountryGroup(personCtx(), { id });
          throw redirectWithNotice(href(list), "prices:notice.groupRemoved");
        },
      });
    }
    return handleForm({
      form,
      fieldOf,
      schema: countryGroupSchema,
      run: async (group): Promise<never> => {
        await saveCountryGroup(personCtx(), { id: id === "new" ? null : id, group });
        throw redirectWithNotice(href(list), "prices:notice.groupSaved");
      },
    });
  },
});

export default function CountryGroupPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("prices");
  const { group, countries } = loaderData;
  return (
    <PriceRooms
      room="groups"
      within={[]}
      title={group ? <bdi className="wrap-anywhere">{group.name}</bdi> : t("groups.add")}
      text={group?.name ?? t("groups.add")}
      lead={group ? t("groups.prices", { count: group.prices }) : t("groups.newLead")}
    >
      <CountryGroupForm key={group?.id} group={group} countries={countries} result={actionData?.result} />
      {group && group.prices === 0 ? <RemoveCountryGroup /> : null}
    </PriceRooms>
  );
}
