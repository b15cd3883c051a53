import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { AttemptResult } from "./attempt-result.tsx";
import { SlotReview, type SubmittedAttempt } from "./slot-review.tsx";

/** An attempt that is over, as far as its learner may see it. Loaded where there is one. */
export default function AttemptReview({ attempt }: { attempt: SubmittedAttempt }) {
  const { t } = useTranslation("sitting");
  const { locale } = usePageContext().formats;
  const answers = new Map(attempt.answers.map((answer) => [answer.slot, answer]));
  const sections = attempt.sections.map((section) => ({
    ...section,
    title: pickTranslated(section.titles, locale),
    slots: attempt.slots.filter((slot) => slot.section === section.id),
  }));
  return (
    <div className="grid gap-8">
      <AttemptResult attempt={attempt} />
      {sections
        .filter(({ slots }) => slots.length > 0)
        .map(({ id, title, slots }) => (
          <section key={id} aria-labelledby={`section-${id}`} className="grid gap-4">
            <h2 id={`section-${id}`} className="font-bold font-read text-2xl">
              {title.text ? <LocalText value={title} /> : t("attempt:past.answers")}
            </h2>
            {slots.map((slot) => (
              <SlotReview key={slot.slot} slot={slot} answer={answers.get(slot.slot)} files={attempt.files} />
            ))}
          </section>
        ))}
    </div>
  );
}
