import type { LessonEffect, ReleaseEffects } from "#app/features/progress/release-effects.ts";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { localeNames, pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Tag } from "#app/ui/tag.tsx";
import type { Change } from "../difference.ts";

/** What a release would change, lesson by lesson, and what that means for those who learn in the course. */
export function ChangesList({ changes, effects }: { changes: readonly Change[]; effects: ReleaseEffects }) {
  const byLesson = Map.groupBy(changes, ({ lesson }) => lesson.id);
  const { locale } = usePageContext().formats;
  return (
    <ul className="grid gap-1">
      {[...byLesson].map(([id, own]) => (
        <li key={id} className="grid gap-1 border-line border-b py-2 last:border-b-0">
          <span className="font-semibold">
            {own[0] ? <LocalText value={pickTranslated(own[0].lesson.titles, locale)} /> : null}
          </span>
          <ul className="grid gap-1">
            {own.map((change) => (
              <ChangeRow key={change.kind} change={change} learners={effects.learners} />
            ))}
          </ul>
          <LessonMeaning effect={effects.lessons.find(({ lessonId }) => lessonId === id)} />
        </li>
      ))}
    </ul>
  );
}

function ChangeRow({ change, learners }: { change: Change; learners: number }) {
  const { t } = useTranslation("release");
  const { locale } = usePageContext().formats;
  const { kind, locales, titles } = change;
  const name = titles ? pickTranslated(titles, locale).text : "";
  const languages = locales.map((one) => localeNames[one]).join(t("separator"));
  const tells = kind === "text" || kind === "body" || kind === "renamed";
  return (
    <li className="flex flex-wrap items-baseline gap-x-2 text-sm">
      <Tag kind={kind === "removed" ? "gold" : kind === "added" ? "tile" : "plain"}>{t(`changes.kind.${kind}`)}</Tag>
      <span className="min-w-0">
        <bdi>{t(`changes.said.${kind}`, { name, languages })}</bdi>
        {tells && learners > 0 ? <span className="text-ink-2"> {t("changes.pinned", { count: learners })}</span> : null}
      </span>
    </li>
  );
}

function LessonMeaning({ effect }: { effect: LessonEffect | undefined }) {
  const { t } = useTranslation("release");
  if (!effect) return null;
  const said = (["asNew", "waived", "kept"] as const).filter((what) => effect[what] > 0);
  return (
    <>
      {said.map((what) => (
        <p key={what} className="text-ink-2 text-sm">
          {t(`effects.${what}`, { count: effect[what] })}
        </p>
      ))}
    </>
  );
}

/** What a release means for those who learn in the course, all in all. */
export function EffectsSummary({ effects }: { effects: ReleaseEffects }) {
  const { t } = useTranslation("release");
  if (effects.learners === 0) return <p className="text-ink-2">{t("effects.nobody")}</p>;
  return (
    <ul className="grid list-disc gap-1 ps-5">
      <li>{t("effects.learners", { count: effects.learners })}</li>
      {effects.finished > 0 ? <li>{t("effects.finished", { count: effects.finished })}</li> : null}
      {effects.finishNow > 0 ? <li>{t("effects.finishNow", { count: effects.finishNow })}</li> : null}
    </ul>
  );
}
