import { TextSelection } from "@tiptap/pm/state";
import type { Editor } from "@tiptap/react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Field } from "#app/ui/field.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { FilePicker } from "../../components/editor/file-picker.tsx";
import { acceptedPictures } from "../../media/media-kinds.ts";
import type { BlockEditor, BlockSettingsProps } from "../block-editor.ts";
import { FigureView } from "./figure-view.tsx";

const LINES = ["credit", "licence"] as const;

function FigureSettings({ attributes, change, course }: BlockSettingsProps) {
  const { t } = useTranslation("text-editor");
  return (
    <>
      <FilePicker
        course={course.slug}
        legend={t(attributes.src ? "media:choose.other" : "media:choose.picture")}
        accept={acceptedPictures}
        fits={(file) => file.isPicture}
        chosen={typeof attributes.src === "string" ? attributes.src : null}
        choose={({ path, credit, licence }) =>
          change({ src: path, credit: attributes.credit ?? credit, licence: attributes.licence ?? licence })
        }
      />
      <TextArea
        name="alt"
        label={t("figure.alt")}
        hint={t("figure.altHint")}
        rows={3}
        dir="auto"
        maxLength={1000}
        value={String(attributes.alt ?? "")}
        onChange={({ currentTarget }) => change({ alt: currentTarget.value || null })}
      />
      {LINES.map((name) => (
        <Field
          key={name}
          name={name}
          label={t(`figure.${name}`)}
          dir="auto"
          maxLength={1000}
          value={String(attributes[name] ?? "")}
          onChange={({ currentTarget }) => change({ [name]: currentTarget.value || null })}
        />
      ))}
      <label className="flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          className="choice"
          checked={attributes.width === "wide"}
          onChange={({ currentTarget }) => change({ width: currentTarget.checked ? "wide" : null })}
        />
        {t("figure.wide")}
      </label>
    </>
  );
}

/** From the caption to a paragraph below the figure. */
function leaveCaption({ state, view, schema }: Editor): boolean {
  const { $from } = state.selection;
  const paragraph = schema.nodes.paragraph?.create();
  if (!paragraph || $from.parent.type.name !== "figure") return false;
  const after = $from.after();
  const tr = state.tr.insert(after, paragraph);
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView());
  return true;
}

export const figureEditor: BlockEditor = {
  node: "figure",
  insert: {
    words: "figure",
    icon: "figure",
    keywords: ["figure", "picture", "image", "drawing", "photo"],
    make: () => ({ type: "figure" }),
  },
  view: FigureView,
  settings: FigureSettings,
  keys: { Enter: leaveCaption },
};
