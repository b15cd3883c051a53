import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import type { CountryGroupInList } from "../../prices/country-groups.server.ts";

type CountryGroupListProps = {
  groups: readonly CountryGroupInList[];
  /** Names of countries in the reader's language, by their codes. */
  names: Readonly<Record<string, string>>;
};

/** Groups of countries with what they hold, and how many prices are for each. */
export function CountryGroupList({ groups, names }: CountryGroupListProps) {
  const { t } = useTranslation("prices");
  return (
    <ul className="grid gap-3">
      {groups.map(({ id, name, countries, prices }) => (
        <li key={id} className="grid gap-1 rounded border border-line bg-surface px-4 py-3">
          <h2 className="font-bold font-read text-lg wrap-anywhere">
            <Link to={`/admin/country-groups/${id}`} className="inline-flex min-h-11 items-center sm:min-h-0">
              <bdi>{name}</bdi>
            </Link>
          </h2>
          <p>{countries.map((code) => names[code] ?? code).join(t("listComma"))}</p>
          <p className="text-ink-2 text-sm">{t("groups.prices", { count: prices })}</p>
        </li>
      ))}
    </ul>
  );
}

/** Removes a group for which there is no price. */
export function RemoveCountryGroup() {
  const { t } = useTranslation("prices");
  return (
    <Form method="post" className="pt-8">
      <input type="hidden" name="intent" value="remove" />
      <ConfirmSubmit
        size="s"
        label={t("groups.remove.label")}
        title={t("groups.remove.title")}
        text={t("groups.remove.text")}
        confirmLabel={t("groups.remove.label")}
        cancelLabel={t("ui:cancel")}
      />
    </Form>
  );
}
