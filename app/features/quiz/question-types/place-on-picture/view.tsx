import { useState } from "react";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { classNames } from "#app/ui/class-names.ts";
import { controlClass } from "#app/ui/field-parts.tsx";
import { PictureBoard, type Pin } from "../../components/picture-board.tsx";
import { QuestionFrame } from "../../components/question-frame.tsx";
import { LabelText, labelIn } from "../../components/question-text.tsx";
import { RightAnswer, Verdict } from "../../components/verdict.tsx";
import { withPart } from "../../components/with-part.ts";
import type { QuestionViewProps } from "../question-props.ts";
import type { PlaceOnPictureAnswer, PlaceOnPictureShown } from "./place-on-picture.ts";

type ViewProps = QuestionViewProps<PlaceOnPictureShown, PlaceOnPictureAnswer>;
type Place = PlaceOnPictureAnswer["placed"][string];
type MarkerProps = ViewProps & {
  marker: PlaceOnPictureShown["markers"][number];
  number: number;
  active: boolean;
  onActivate: () => void;
};

/** The value of the list for a marker that is somewhere on the picture. */
const POINT = "*";

function placeOf(answer: PlaceOnPictureAnswer | null | undefined, marker: string): string {
  const place = answer?.placed[marker];
  if (!place) return "";
  return "region" in place ? place.region : POINT;
}

function MarkerRow(props: MarkerProps) {
  const { marker, number, active, onActivate, shown, value, onChange, disabled, review, locale, id } = props;
  const { t } = useTranslation("quiz");
  const formats = useFormats();
  const name = `${id}-${marker.id}`;
  const place = placeOf(value, marker.id);
  const verdict = review?.grade.parts[marker.id];
  const right = shown.places.find(({ id: region }) => region === placeOf(review?.key, marker.id));
  const choose = (region: string) => {
    if (region === POINT) return;
    const place = region ? { region } : undefined;
    onChange({ placed: withPart<Place>(value?.placed ?? {}, marker.id, place) });
  };
  return (
    <li className="grid gap-2 rounded border border-line bg-surface p-3 has-[[type=radio]:checked]:border-tile sm:grid-cols-2 sm:items-center">
      <label htmlFor={name} className="flex min-h-11 items-start gap-3 py-2">
        <input
          id={name}
          type="radio"
          name={`${id}-marker`}
          checked={active}
          disabled={disabled}
          onChange={onActivate}
          className="choice choice-radio"
        />
        <span>
          {formats.number(number)}. <LabelText label={marker.label} locale={locale} />
        </span>
      </label>
      <div className="grid gap-1.5">
        <select
          id={`${name}-place`}
          aria-label={t("view.placeOf", { marker: labelIn(marker.label, locale) })}
          value={place}
          disabled={disabled}
          onChange={(event) => choose(event.target.value)}
          onFocus={onActivate}
          className={classNames(controlClass, "control-select")}
        >
          <option value="">{t("view.notPlaced")}</option>
          {place === POINT && <option value={POINT}>{t("view.atPoint")}</option>}
          {shown.places.map((region) => (
            <option key={region.id} value={region.id}>
              {labelIn(region.label, locale)}
            </option>
          ))}
        </select>
        <Verdict verdict={verdict} />
        {right && verdict !== "right" && <RightAnswer>{labelIn(right.label, locale)}</RightAnswer>}
      </div>
    </li>
  );
}

/** The markers that stand at a point; those placed by the list have none. */
function pinsOf({ shown, value, review }: ViewProps, active: string | undefined): Pin[] {
  return shown.markers.flatMap(({ id }, index) => {
    const place = value?.placed[id];
    if (!place || "region" in place) return [];
    const verdict = review?.grade.parts[id];
    const tone = verdict === "right" || verdict === "wrong" ? verdict : id === active && !review ? "active" : "plain";
    return [{ id, number: index + 1, x: place.x, y: place.y, tone }];
  });
}

export default function PlaceOnPictureView(props: ViewProps) {
  const { shown, value, onChange, disabled, locale, id } = props;
  const { t } = useTranslation("quiz");
  const [active, setActive] = useState(shown.markers[0]?.id);
  const marker = shown.markers.find((other) => other.id === active);
  const press = (point: { x: number; y: number } | undefined) => {
    if (!marker) return;
    if (!point) return document.getElementById(`${id}-${marker.id}-place`)?.focus();
    const placed = { ...(value?.placed ?? {}), [marker.id]: point };
    onChange({ placed });
    setActive((shown.markers.find((other) => !placed[other.id]) ?? marker).id);
  };
  const pressLabel = marker && t("view.pressPicture", { marker: labelIn(marker.label, locale) });
  return (
    <QuestionFrame id={id} stem={shown.stem} locale={locale} hint={disabled ? undefined : t("view.placeMarkers")}>
      <PictureBoard
        picture={shown.picture}
        pins={pinsOf(props, active)}
        locale={locale}
        {...(disabled ? {} : { pressLabel, onPress: press })}
      />
      <ul className="grid gap-2">
        {shown.markers.map((other, index) => (
          <MarkerRow
            key={other.id}
            marker={other}
            number={index + 1}
            active={other.id === active && !disabled}
            onActivate={() => setActive(other.id)}
            {...props}
          />
        ))}
      </ul>
    </QuestionFrame>
  );
}
