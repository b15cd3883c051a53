import type { ReactNode } from "react";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import type { EnrolmentOffer } from "../find-enrolment-offer.server.ts";

type CohortChoiceProps = {
  offer: Pick<EnrolmentOffer, "cohorts" | "selfPaced">;
  legend: string;
  /** The value chosen already: a cohort's id or `own-pace`. */
  chosen?: string;
  error?: string;
  /** What is said beside each choice, by its value. */
  aside?: (value: string) => ReactNode;
};

/** When to learn: in one of the cohorts, or at one's own pace. Nothing where there is no choice. */
export function CohortChoice({ offer, legend, chosen, error, aside }: CohortChoiceProps) {
  const { t } = useTranslation("enrolment");
  const { formats: reader } = usePageContext();
  const formats = useFormats();
  if (offer.cohorts.length === 0) return null;
  const cohorts = offer.cohorts.map((cohort) => {
    const seats = cohort.freeSeats === null ? null : t("box.seats", { count: cohort.freeSeats });
    const dates = t("box.dates", { from: formats.date(cohort.startsAt), to: formats.date(cohort.endsAt) });
    // Who holds a seat in it may choose it again, however full it is.
    const open = cohort.refusal === null || cohort.id === chosen;
    const hints = [dates, open ? seats : t(`errors.${cohort.refusal}`)].filter((hint) => hint !== null);
    return {
      value: cohort.id,
      label: <LocalText value={pickTranslated(cohort.names, reader.locale)} />,
      hint: hints.join(" · "),
      disabled: !open,
    };
  });
  const ownPace = { value: "own-pace", label: t("box.ownPace"), hint: t("box.ownPaceHint") };
  const offered = offer.selfPaced ? [ownPace, ...cohorts] : cohorts;
  const options = offered.map(({ hint, ...option }) => ({ ...option, hint: withAside(hint, aside?.(option.value)) }));
  const first = options.find((option) => !("disabled" in option && option.disabled))?.value;
  return (
    <RadioGroup legend={legend} name="cohort" options={options} defaultValue={chosen ?? first} error={error} required />
  );
}

function withAside(hint: string, aside: ReactNode): ReactNode {
  if (!aside) return hint;
  return (
    <>
      {hint}
      {aside}
    </>
  );
}
