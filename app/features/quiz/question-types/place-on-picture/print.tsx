import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { PictureBoard } from "../../components/picture-board.tsx";
import { PrintFrame } from "../../components/print-parts.tsx";
import { LabelText } from "../../components/question-text.tsx";
import type { QuestionPrintProps } from "../question-props.ts";
import type { PlaceOnPictureAnswer, PlaceOnPictureShown } from "./place-on-picture.ts";

export default function PlaceOnPicturePrint(props: QuestionPrintProps<PlaceOnPictureShown, PlaceOnPictureAnswer>) {
  const { shown, answer, locale } = props;
  const { t } = useTranslation("quiz");
  const placeOf = (marker: string) => {
    const place = answer?.placed[marker];
    return shown.places.find(({ id }) => place && "region" in place && place.region === id);
  };
  return (
    <PrintFrame stem={shown.stem} locale={locale} hint={t("print.writeNumbers")}>
      <div className="max-w-xl">
        <PictureBoard picture={shown.picture} pins={[]} locale={locale} />
      </div>
      <ol className="list-decimal ps-8">
        {shown.markers.map((marker) => {
          const place = placeOf(marker.id);
          return (
            <li key={marker.id}>
              <LabelText label={marker.label} locale={locale} />
              {place && (
                <strong>
                  {" — "}
                  <LabelText label={place.label} locale={locale} />
                </strong>
              )}
            </li>
          );
        })}
      </ol>
    </PrintFrame>
  );
}
