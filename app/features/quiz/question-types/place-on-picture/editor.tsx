import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { at } from "../../components/editing/bound.ts";
import { LineField, NumberField, OneOfField } from "../../components/editing/fields.tsx";
import { PartList } from "../../components/editing/part-list.tsx";
import { partOptions } from "../../components/editing/part-options.ts";
import { PartialField } from "../../components/editing/partial-field.tsx";
import { bind, QuestionForm } from "../../components/editing/question-form.tsx";
import { TranslatedField } from "../../components/editing/translated-field.tsx";
import type { QuestionEditorProps } from "../question-props.ts";
import type { Shape } from "./picture-shape.ts";
import type { PlaceOnPictureBody } from "./place-on-picture.ts";
import { ShapeFields, ShapeSketch } from "./shape-fields.tsx";

const newShape: Shape = { kind: "circle", x: 100, y: 100, r: 40 };

export default function PlaceOnPictureEditor(props: QuestionEditorProps<PlaceOnPictureBody>) {
  const { t } = useTranslation("question");
  const { formats } = usePageContext();
  const form = bind(props);
  const picture = at(form, "picture");
  const { regions } = form.value;
  return (
    <QuestionForm form={form}>
      <LineField field={at(picture, "src")} label={t("pictureFile")} hint={t("pictureFileHint")} />
      <TranslatedField line field={at(picture, "alt")} legend={t("pictureAlt")} />
      <div className="grid gap-3 sm:grid-cols-2">
        <NumberField field={at(picture, "width")} label={t("width")} hint={t("pictureSizeHint")} />
        <NumberField field={at(picture, "height")} label={t("height")} hint={t("pictureSizeHint")} />
      </div>
      <PartList
        field={at(form, "regions")}
        legend={t("regions")}
        hint={t("regionsHint")}
        nameOf={(number) => t("region", { number })}
        addLabel={t("addRegion")}
        fresh={(id) => ({ id, label: {}, shape: newShape })}
      >
        {(region) => (
          <>
            <TranslatedField line field={at(region, "label")} legend={t("label")} />
            <ShapeFields shape={at(region, "shape")} />
          </>
        )}
      </PartList>
      <ShapeSketch {...form.value.picture} shapes={regions.map(({ shape }) => shape)} />
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
            <OneOfField
              field={at(marker, "region")}
              label={t("match")}
              options={partOptions(regions, formats.locale)}
            />
          </>
        )}
      </PartList>
      <PartialField field={at(form, "partial")} />
    </QuestionForm>
  );
}
