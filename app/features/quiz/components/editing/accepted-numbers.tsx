import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { AcceptedNumber } from "../../question-types/numeric/accept-number.ts";
import { at, type Bound } from "./bound.ts";
import { NumberField, OneOfField, ShareField } from "./fields.tsx";
import { MoreFields } from "./more-fields.tsx";
import { PartList } from "./part-list.tsx";
import { OptionalTranslatedField } from "./translated-field.tsx";

type Kind = "exact" | "absolute" | "relative" | "significant" | "range";

const kindOf = (answer: AcceptedNumber): Kind => ("from" in answer ? "range" : (answer.tolerance?.kind ?? "exact"));

/** The answer as another kind of it, keeping what both have. */
function asKind(answer: AcceptedNumber, kind: Kind): AcceptedNumber {
  const { id, share, remark } = answer;
  const common = { id, share, remark };
  const value = "from" in answer ? answer.from : answer.value;
  if (kind === "range") return { ...common, from: value, to: value };
  if (kind === "exact") return { ...common, value };
  if (kind === "significant") return { ...common, value, tolerance: { kind, figures: 3 } };
  return { ...common, value, tolerance: { kind, by: Number.NaN } };
}

function ToleranceFields({ answer }: { answer: Bound<AcceptedNumber> }) {
  const { t } = useTranslation("question");
  const { value } = answer;
  if ("from" in value) {
    const range = { ...answer, value };
    return (
      <>
        <NumberField field={at(range, "from")} label={t("from")} />
        <NumberField field={at(range, "to")} label={t("to")} />
      </>
    );
  }
  const { tolerance } = value;
  const exact = { ...answer, value };
  const number = <NumberField field={at(exact, "value")} label={t("value")} />;
  if (!tolerance) return number;
  const path = [...answer.path, "tolerance"];
  if (tolerance.kind === "significant") {
    const significant: Bound<typeof tolerance> = {
      ...answer,
      path,
      value: tolerance,
      onChange: (next) => answer.onChange({ ...value, tolerance: next }),
    };
    return (
      <>
        {number}
        <NumberField field={at(significant, "figures")} label={t("figures")} />
      </>
    );
  }
  const by: Bound<typeof tolerance> = {
    ...answer,
    path,
    value: tolerance,
    onChange: (next) => answer.onChange({ ...value, tolerance: next }),
  };
  const isRelative = tolerance.kind === "relative";
  return (
    <>
      {number}
      <NumberField field={at(by, "by")} label={isRelative ? t("byPercent") : t("by")} scale={isRelative ? 0.01 : 1} />
    </>
  );
}

/** The numbers that earn something, exactly, nearly, or from one to another. */
export function AcceptedNumbers({ answers }: { answers: Bound<AcceptedNumber[]> }) {
  const { t } = useTranslation("question");
  const kinds: { value: Kind; label: string }[] = [
    { value: "exact", label: t("toleranceExact") },
    { value: "absolute", label: t("toleranceAbsolute") },
    { value: "relative", label: t("toleranceRelative") },
    { value: "significant", label: t("toleranceSignificant") },
    { value: "range", label: t("toleranceRange") },
  ];
  return (
    <PartList
      field={answers}
      legend={t("accepted")}
      nameOf={(number) => t("answer", { number })}
      addLabel={t("addAnswer")}
      fresh={(id) => ({ id, value: Number.NaN })}
    >
      {(answer) => (
        <>
          <OneOfField
            field={{
              ...answer,
              path: [...answer.path, "kind"],
              value: kindOf(answer.value),
              onChange: (kind) => answer.onChange(asKind(answer.value, kind)),
            }}
            label={t("tolerance")}
            options={kinds}
          />
          <ToleranceFields key={kindOf(answer.value)} answer={answer} />
          <MoreFields part={answer} keys={["share", "remark"]}>
            <ShareField field={at(answer, "share")} label={t("share")} />
            <OptionalTranslatedField field={at(answer, "remark")} legend={t("remark")} />
          </MoreFields>
        </>
      )}
    </PartList>
  );
}
