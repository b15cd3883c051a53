import { Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import type { ShownGroup } from "../../access/present-group.ts";
import { GroupPlace } from "./group-place.tsx";
import { GroupState } from "./group-state.tsx";

/** The groups that somebody coordinates. */
export function MyGroupList({ groups }: { groups: readonly ShownGroup[] }) {
  const { t } = useTranslation("groups");
  if (groups.length > 0) {
    return (
      <ul className="grid gap-4">
        {groups.map((group) => (
          <GroupCard key={group.id} group={group} />
        ))}
      </ul>
    );
  }
  return (
    <EmptyState
      title={t("mine.empty.title")}
      text={t("mine.empty.text")}
      action={
        <Link to="/courses" className={buttonClass()}>
          {t("mine.empty.action")}
        </Link>
      }
    />
  );
}

function GroupCard({ group }: { group: ShownGroup }) {
  const { t } = useTranslation("groups");
  const { number } = useFormats();
  const { used } = group.counts;
  return (
    <Card as="li" className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 className="min-w-0 font-bold font-read text-xl [overflow-wrap:anywhere]">
          <Link to={`/account/groups/${group.id}`} className="inline-block min-h-6">
            <bdi>{group.name}</bdi>
          </Link>
        </h2>
        <GroupState group={group} />
      </div>
      <p className="text-ink-2">
        <GroupPlace {...group} />
      </p>
      <ProgressBar label={t("counts.usedOf", { used, seats: group.seats })} value={used / group.seats} />
      <p className="text-ink-2 text-sm tabular-nums">
        {t("counts.usedOf", { used, seats: group.seats })} · {t("counts.completed")}: {number(group.counts.completed)}
      </p>
    </Card>
  );
}
