import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { GroupRecord } from "../../access/find-groups.server.ts";

const acts: Record<string, string> = {
  "access-group.create": "create",
  "access-group.add-seats": "addSeats",
  "access-group.change": "change",
  "access-group.close": "close",
};

/** What was done with a group, by whom and why. */
export function GroupHistory({ history }: Pick<GroupRecord, "history">) {
  const { t } = useTranslation("group-admin");
  const { moment } = useFormats();
  if (history.length === 0) return null;
  return (
    <section aria-labelledby="history" className="grid gap-3">
      <h2 id="history" className="font-bold font-read text-xl">
        {t("history.title")}
      </h2>
      <ol className="divide-y divide-line rounded border border-line bg-surface">
        {history.map(({ id, at, action, reason, by }) => (
          <li key={id} className="grid gap-0.5 px-4 py-3">
            <span className="font-semibold">{t(`history.${acts[action] ?? "other"}`)}</span>
            {reason ? <bdi className="[overflow-wrap:anywhere]">{reason}</bdi> : null}
            <span className="text-ink-2 text-sm">
              {moment(at)}
              {by ? (
                <>
                  {" · "}
                  <bdi>{by}</bdi>
                </>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
