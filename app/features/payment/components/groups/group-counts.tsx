import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Stat } from "#app/ui/stat.tsx";
import type { ShownGroup } from "../../access/present-group.ts";

/** How the seats of a group stand, in numbers alone. */
export function GroupCounts({ group }: { group: Pick<ShownGroup, "seats" | "free" | "counts"> }) {
  const { t } = useTranslation("groups");
  const { number } = useFormats();
  const { used, invited, handedOut, started, completed } = group.counts;
  const figures = { seats: group.seats, free: group.free, invited, handedOut, used, started, completed };
  return (
    <section aria-label={t("counts.title")} className="grid gap-3">
      <dl className="grid grid-cols-2 gap-x-6 gap-y-5 rounded border border-line bg-surface p-5 sm:grid-cols-4">
        {Object.entries(figures).map(([key, value]) => (
          <Stat key={key} label={t(`counts.${key}`)} value={number(value)} />
        ))}
      </dl>
      <p className="text-ink-2 text-sm">{t("counts.note")}</p>
    </section>
  );
}
