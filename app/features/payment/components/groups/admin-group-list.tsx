import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { CardTable } from "#app/ui/card-table.tsx";
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

type GroupTableProps = { groups: readonly AdminGroup[]; narrowed: boolean };

/** The groups that were found. */
export function GroupTable({ groups, narrowed }: GroupTableProps) {
  const { t } = useTranslation("group-admin");
  if (groups.length === 0) return <NoGroups narrowed={narrowed} />;
  return (
    <CardTable
      caption={t("title")}
      columns={[
        { key: "name", label: t("head.name") },
        { key: "course", label: t("head.course") },
        {
          key: "coordinator",
          label: t("head.coordinator"),
          className: "[overflow-wrap:anywhere] md:min-w-56",
        },
        { key: "seats", label: t("head.seats"), className: "tabular-nums" },
        { key: "state", label: t("head.state"), className: "md:min-w-52" },
      ]}
      rows={groups.map((group) => ({
        key: group.id,
        cells: [
          <Name key="name" group={group} />,
          <GroupPlace key="course" {...group} />,
          <Coordinator key="coordinator" coordinator={group.coordinator} />,
          t("groups:counts.usedOf", { used: group.counts.used, seats: group.seats }),
          <GroupState key="state" group={group} />,
        ],
      }))}
    />
  );
}

function Name({ group: { id, name, reference, orderNumber } }: { group: AdminGroup }) {
  const { t } = useTranslation("group-admin");
  const { number } = useFormats();
  return (
    <>
      <Link to={`/admin/groups/${id}`} className="inline-block min-h-6 [overflow-wrap:anywhere]">
        <bdi>{name}</bdi>
      </Link>
      <span className="block font-normal text-ink-2">
        {orderNumber === null ? <bdi>{reference}</bdi> : t("ofOrder", { number: number(orderNumber) })}
      </span>
    </>
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
