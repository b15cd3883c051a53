import { Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { classNames } from "#app/ui/class-names.ts";
import type { RosterCounts } from "../count-roster.server.ts";
import { type RosterChoice, rosterQuery, rosterStates } from "../roster-filters.ts";
import { useStateName } from "./use-state-name.ts";

type StateLinksProps = { course: string; choice: RosterChoice; counts: RosterCounts };

/** The learners of each state who pass the other filters, counted; a state that nobody is in is not offered. */
export function StateLinks({ course, choice, counts }: StateLinksProps) {
  const { t } = useTranslation("roster");
  const { number } = useFormats();
  const nameOf = useStateName();
  const current = choice.state ?? "all";
  const shown = (["all", ...rosterStates] as const).filter(
    (state) => state === "all" || state === current || counts[state] > 0,
  );
  return (
    <nav aria-label={t("state.label")} className="mb-5">
      <ul className="flex flex-wrap gap-2">
        {shown.map((state) => {
          const isCurrent = state === current;
          const query = rosterQuery({ ...choice, state: state === "all" ? undefined : state });
          return (
            <li key={state}>
              <Link
                to={`/teach/${course}/learners${query}`}
                aria-current={isCurrent ? "page" : undefined}
                className={classNames(
                  "inline-flex min-h-11 items-center gap-2 rounded-full border px-4 no-underline sm:min-h-9",
                  isCurrent
                    ? "border-tile bg-tile-tint font-semibold text-tile-strong"
                    : "border-line-strong text-ink hover:bg-tile-tint",
                )}
              >
                {nameOf(state)}
                <span className="text-ink-2 text-sm tabular-nums">{number(counts[state])}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
