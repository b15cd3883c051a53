import { useState } from "react";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { at, controlId } from "../../components/editing/bound.ts";
import { NumberField, OneOfField } from "../../components/editing/fields.tsx";
import { PartList } from "../../components/editing/part-list.tsx";
import { partOptions } from "../../components/editing/part-options.ts";
import { PartialField } from "../../components/editing/partial-field.tsx";
import { PictureField } from "../../components/editing/picture-field.tsx";
import { usePictures } from "../../components/editing/pictures.ts";
import { bind, QuestionForm } from "../../components/editing/question-form.tsx";
import { TranslatedField } from "../../components/editing/translated-field.tsx";
import type { QuestionEditorProps } from "../question-props.ts";
import type { Point } from "./picture-shape.ts";
import type { PlaceOnPictureBody } from "./place-on-picture.ts";
import { moveTo, newShape, scaleShape } from "./shape-changes.ts";
import { ShapeFields } from "./shape-fields.tsx";
import { ShapeSketch } from "./shape-sketch.tsx";

/** The question with another picture; its places keep theirs in proportion. */
function withPicture(body: PlaceOnPictureBody, chosen: Partial<PlaceOnPictureBody["picture"]>): PlaceOnPictureBody {
  const picture = { ...body.picture, ...chosen };
  const regions = body.regions.map((region) => ({
    ...region,
    shape: scaleShape(region.shape, { from: body.picture, to: picture }),
  }));
  return { ...body, picture, regions };
}

export default function PlaceOnPictureEditor(props: QuestionEditorProps<PlaceOnPictureBody>) {
  const { t } = useTranslation("question");
  const { formats } = usePageContext();
  const form = bind(props);
  const picture = at(form, "picture");
  const { regions } = form.value;
  const href = usePictures()?.pictures.find(({ src }) => src === picture.value.src)?.href;
  const [chosen, setChosen] = useState<string>();
  const active = regions.find(({ id }) => id === chosen) ?? regions[0];
  const place = (point: Point) => {
    const moved = regions.map((one) => (one === active ? { ...one, shape: moveTo(one.shape, point) } : one));
    at(form, "regions").onChange(moved);
  };
  return (
    <QuestionForm form={form}>
      <PictureField
        field={at(picture, "src")}
        label={t("pictureFile")}
        hint={t("pictureFileHint")}
        onChoose={(chosen) => form.onChange(withPicture(form.value, chosen))}
      />
      <TranslatedField line field={at(picture, "alt")} legend={t("pictureAlt")} />
      <div className="grid gap-3 sm:grid-cols-2">
        <NumberField field={at(picture, "width")} label={t("width")} hint={t("pictureSizeHint")} />
        <NumberField field={at(picture, "height")} label={t("height")} hint={t("pictureSizeHint")} />
      </div>
      <ShapeSketch
        width={picture.value.width}
        height={picture.value.height}
        href={href}
        shapes={regions}
        active={active?.id}
        label={t("pressPlace", { number: active ? regions.indexOf(active) + 1 : 1 })}
        onPress={place}
      />
      <PartList
        field={at(form, "regions")}
        legend={t("regions")}
        hint={t("regionsHint")}
        nameOf={(number) => t("region", { number })}
        addLabel={t("addRegion")}
        fresh={(id) => ({ id, label: {}, shape: newShape(picture.value) })}
      >
        {(region) => (
          <>
            <label htmlFor={controlId(region.path, "active")} className="flex min-h-11 items-start gap-3 py-2">
              <input
                id={controlId(region.path, "active")}
                type="radio"
                name={controlId(["regions"], "active")}
                className="choice choice-radio"
                checked={region.value.id === active?.id}
                onChange={() => setChosen(region.value.id)}
              />
              <span>{t("movedByPress")}</span>
            </label>
            <TranslatedField line field={at(region, "label")} legend={t("label")} />
            <ShapeFields shape={at(region, "shape")} />
          </>
        )}
      </PartList>
      <PartList
        field={at(form, "markers")}
        legend={t("markers")}
        nameOf={(number) => t("marker", { number })}
        addLabel={t("addMarker")}
        fresh={(id) => ({ id, label: {}, region: regions[0]?.id ?? "" })}
      >
        {(marker) => (
          <>
            <TranslatedField line field={at(marker, "label")} legend={t("label")} />
            <OneOfField field={at(marker, "region")} label={t("match")} options={partOptions(regions, formats)} />
          </>
        )}
      </PartList>
      <PartialField field={at(form, "partial")} />
    </QuestionForm>
  );
}
