import { findProfileChoices } from "#app/features/account/find-profile-choices.server.ts";
import { CountryGroupList } from "#app/features/payment/components/prices/country-group-list.tsx";
import { PriceRooms } from "#app/features/payment/components/prices/price-rooms.tsx";
import { findCountryGroups } from "#app/features/payment/prices/country-groups.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Icon } from "#app/ui/icon.tsx";
import type { Route } from "./+types/country-groups";

export const loader = declareLoader({
  access: "admin",
  load: async ({ personCtx, ctx }) => ({
    groups: await findCountryGroups(personCtx()),
    names: Object.fromEntries(findProfileChoices(ctx.locale).countries.map(({ value, label }) => [value, label])),
  }),
});

export default function CountryGroups({ loaderData: { groups, names } }: Route.ComponentProps) {
  const { t } = useTranslation("prices");
  const add = (
    <Link to="/admin/country-groups/new" className={buttonClass()}>
      <Icon name="plus" /> {t("groups.add")}
    </Link>
  );
  return (
    <PriceRooms
      room="groups"
      title={t("rooms.groups")}
      lead={t("groups.lead")}
      actions={groups.length > 0 ? add : null}
    >
      {groups.length === 0 ? (
        <EmptyState title={t("groups.empty.title")} text={t("groups.empty.text")} action={add} />
      ) : (
        <CountryGroupList groups={groups} names={names} />
      )}
    </PriceRooms>
  );
}
