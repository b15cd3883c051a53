import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field } from "#app/ui/field.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Select } from "#app/ui/select.tsx";
import type { AdminGroup } from "../../access/find-groups.server.ts";
import { type GroupFilters, groupStates, groupsHref, isNarrowed } from "../../access/group-filters.ts";
import { GroupPlace } from "./group-place.tsx";
import { GroupState } from "./group-state.tsx";

/** What is looked for among the groups; all of it goes into the address. */
export function GroupFilter({ filters }: { filters: GroupFilters }) {
  const { t } = useTranslation("group-admin");
  const any = { value: "", label: t("filter.any") };
  return (
    <search>
      <Form
        // The fields show what the address says, also when it changes by a link.
        key={groupsHref(filters)}
        action="/admin/groups"
        className="mb-6 flex flex-wrap items-end gap-3 rounded border border-line bg-surface p-4"
      >
        <Field
          className="min-w-0 flex-1 basis-60"
          type="search"
          name="q"
          label={t("filter.search")}
          hint={t("filter.searchHint")}
          defaultValue={filters.q}
          maxLength={200}
          dir="auto"
        />
        <Select
          className="min-w-40"
          name="state"
          label={t("filter.state")}
          options={[any, ...groupStates.map((value) => ({ value, label: t(`filter.${value}`) }))]}
          defaultValue={filters.state}
        />
        <Button>
          <Icon name="search" /> {t("filter.show")}
        </Button>
        {isNarrowed(filters) ? (
          <Link to={groupsHref()} className={buttonClass({ kind: "plain" })}>
            {t("filter.clear")}
          </Link>
        ) : null}
      </Form>
    </search>
  );
}

const cell = "px-3 py-3 text-start align-top";
// On a narrow screen a row is a card: its cells stand beneath one another.
const narrowCell = "max-md:block max-md:px-0 max-md:py-0.5";

type GroupTableProps = { groups: readonly AdminGroup[]; narrowed: boolean };

/** The groups that were found; on a phone each is a card, and nothing scrolls sideways. */
export function GroupTable({ groups, narrowed }: GroupTableProps) {
  const { t } = useTranslation("group-admin");
  if (groups.length === 0) return <NoGroups narrowed={narrowed} />;
  const heads = ["name", "course", "coordinator", "seats", "state"] as const;
  return (
    <table className="w-full border-collapse rounded border border-line bg-surface text-sm max-md:block">
      <caption className="sr-only">{t("title")}</caption>
      <thead className="max-md:sr-only">
        <tr className="border-line border-b bg-surface-2">
          {heads.map((head) => (
            <th key={head} scope="col" className={`${cell} font-semibold`}>
              {t(`head.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {groups.map((group) => (
          <Row key={group.id} group={group} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ group }: { group: AdminGroup }) {
  const { t } = useTranslation("group-admin");
  const { number } = useFormats();
  const { reference, orderNumber, coordinator, counts } = group;
  return (
    <tr className="border-line border-b last:border-b-0 max-md:block max-md:p-4">
      <th scope="row" className={`${cell} ${narrowCell} font-semibold`}>
        <Link to={`/admin/groups/${group.id}`} className="inline-block min-h-6 [overflow-wrap:anywhere]">
          <bdi>{group.name}</bdi>
        </Link>
        <span className="block font-normal text-ink-2">
          {orderNumber === null ? <bdi>{reference}</bdi> : t("ofOrder", { number: number(orderNumber) })}
        </span>
      </th>
      <td className={`${cell} ${narrowCell}`}>
        <GroupPlace {...group} />
      </td>
      <td className={`${cell} ${narrowCell} [overflow-wrap:anywhere] md:min-w-56`}>
        <Coordinator coordinator={coordinator} />
      </td>
      <td className={`${cell} ${narrowCell} tabular-nums`}>
        {t("groups:counts.usedOf", { used: counts.used, seats: group.seats })}
      </td>
      <td className={`${cell} ${narrowCell} md:min-w-52`}>
        <GroupState group={group} />
      </td>
    </tr>
  );
}

/** Who coordinates a group, if anybody does. */
export function Coordinator({ coordinator }: Pick<AdminGroup, "coordinator">) {
  const { t } = useTranslation("group-admin");
  if (!coordinator) return t("noCoordinator");
  return (
    <>
      {coordinator.name ? <bdi className="block">{coordinator.name}</bdi> : null}
      <bdi dir="ltr" className="text-ink-2">
        {coordinator.email}
      </bdi>
      {coordinator.name ? null : <span className="block text-ink-2">{t("noAccount")}</span>}
    </>
  );
}

function NoGroups({ narrowed }: { narrowed: boolean }) {
  const { t } = useTranslation("group-admin");
  const action = narrowed ? (
    <Link to={groupsHref()} className={buttonClass({ kind: "quiet" })}>
      {t("filter.clear")}
    </Link>
  ) : (
    <Link to="/admin/groups/new" className={buttonClass()}>
      {t("new.title")}
    </Link>
  );
  const key = narrowed ? "nothing" : "empty";
  return <EmptyState title={t(`${key}.title`)} text={t(`${key}.text`)} action={action} />;
}
