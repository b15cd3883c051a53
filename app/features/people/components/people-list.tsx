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
import type { PersonInList } from "../find-people.server.ts";
import { isNarrowed, type PeopleFilters, peopleHref, peopleRoles, peopleStates } from "../people-filters.ts";
import { PersonTags } from "./person-tags.tsx";

/** Who is looked for; all of it goes into the address. */
export function PeopleFilter({ filters }: { filters: PeopleFilters }) {
  const { t } = useTranslation("people");
  const any = { value: "", label: t("filter.any") };
  return (
    <search>
      <Form
        // The fields show what the address says, also when it changes by a link.
        key={peopleHref(filters)}
        action="/admin/people"
        className="mb-6 grid items-end gap-3 rounded border border-line bg-surface p-4 min-[23rem]:grid-cols-2 lg:grid-cols-6"
      >
        <Field
          className="min-w-0 min-[23rem]:col-span-2 lg:col-span-3"
          type="search"
          name="q"
          label={t("filter.search")}
          defaultValue={filters.q}
          maxLength={200}
          dir="auto"
        />
        <Select
          name="role"
          label={t("filter.role")}
          options={[any, ...peopleRoles.map((value) => ({ value, label: t(`roles.${value}`) }))]}
          defaultValue={filters.role}
        />
        <Select
          name="state"
          label={t("filter.state")}
          options={[any, ...peopleStates.map((value) => ({ value, label: t(`states.${value}`) }))]}
          defaultValue={filters.state}
        />
        <Select
          name="factor"
          label={t("filter.factor")}
          options={[any, { value: "without", label: t("filter.without") }]}
          defaultValue={filters.factor}
        />
        <Field
          className="min-[23rem]:max-sm:col-span-2 lg:col-span-2"
          type="date"
          name="from"
          label={t("filter.from")}
          defaultValue={filters.from}
        />
        <Field
          className="min-[23rem]:max-sm:col-span-2 lg:col-span-2"
          type="date"
          name="to"
          label={t("filter.to")}
          defaultValue={filters.to}
        />
        <div className="flex flex-wrap gap-2 min-[23rem]:col-span-2">
          <Button>
            <Icon name="search" /> {t("filter.show")}
          </Button>
          {isNarrowed(filters) ? (
            <Link to={peopleHref()} className={buttonClass({ kind: "plain" })}>
              {t("filter.clear")}
            </Link>
          ) : null}
        </div>
      </Form>
    </search>
  );
}

type PeopleTableProps = { people: readonly PersonInList[]; narrowed: boolean };

/** The people who were found. */
export function PeopleTable({ people, narrowed }: PeopleTableProps) {
  const { t } = useTranslation("people");
  const { date } = useFormats();
  if (people.length === 0) return <Nobody narrowed={narrowed} />;
  return (
    <CardTable
      caption={t("title")}
      columns={[
        { key: "name", label: t("head.name") },
        { key: "standing", label: t("head.standing") },
        { key: "enrolments", label: t("head.enrolments"), className: "tabular-nums" },
        { key: "joined", label: t("head.joined"), className: "text-ink-2" },
      ]}
      rows={people.map((person) => ({
        key: person.id,
        cells: [
          <Name key="name" person={person} />,
          <PersonTags key="standing" person={person} />,
          t("enrolments", { count: person.enrolments }),
          date(person.createdAt),
        ],
      }))}
    />
  );
}

function Name({ person }: { person: PersonInList }) {
  return (
    <>
      <Link to={`/admin/people/${person.id}`} className="inline-block min-h-6 [overflow-wrap:anywhere]">
        <bdi>{person.name}</bdi>
      </Link>
      <span className="block font-normal text-ink-2">
        <bdi dir="ltr" className="break-all">
          {person.email}
        </bdi>
      </span>
    </>
  );
}

function Nobody({ narrowed }: { narrowed: boolean }) {
  const { t } = useTranslation("people");
  const action = narrowed ? (
    <Link to={peopleHref()} className={buttonClass({ kind: "quiet" })}>
      {t("filter.clear")}
    </Link>
  ) : (
    <Link to="/admin/invitations/new" className={buttonClass()}>
      {t("invite.title")}
    </Link>
  );
  const key = narrowed ? "nothing" : "empty";
  return <EmptyState title={t(`${key}.title`)} text={t(`${key}.text`)} action={action} />;
}
