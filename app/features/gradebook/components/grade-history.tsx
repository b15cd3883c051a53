import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { OverrideAct } from "../find-lesson-grade.server.ts";

/** Who gave or took away which grade, when and why, newest first. */
export function GradeHistory({ acts }: { acts: readonly OverrideAct[] }) {
  const { t } = useTranslation("gradebook");
  const formats = useFormats();
  if (acts.length === 0) return <p className="text-ink-2">{t("history.none")}</p>;
  return (
    <ol className="grid gap-4">
      {acts.map(({ id, at, by, reason, share }) => (
        <li key={id} className="border-line border-s-2 ps-4">
          <p className="font-semibold">
            {share === null
              ? t("history.removed")
              : t("history.given", { share: formats.exactPercent(share / 10_000) })}
          </p>
          <p className="text-ink-2 text-sm">
            <bdi>{by ?? t("history.somebody")}</bdi> · <bdi>{formats.moment(at)}</bdi>
          </p>
          {reason ? (
            <p dir="auto" className="mt-1 whitespace-pre-line">
              {reason}
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
