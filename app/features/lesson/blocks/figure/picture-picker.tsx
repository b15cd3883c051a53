import { useId } from "react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { EditorCourse } from "../../components/editor/editor-props.ts";

type PicturePickerProps = {
  course: EditorCourse;
  /** The path of the picture that is chosen. */
  chosen: string | null;
  /** Attributes of a figure that shows the picture; what is known of it comes with it. */
  choose: (attributes: Record<string, unknown>) => void;
};

/** The pictures of the course, one of which a figure shows. */
export function PicturePicker({ course, chosen, choose }: PicturePickerProps) {
  const { t } = useTranslation("text-editor");
  const id = useId();
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 font-semibold">{t("figure.picture")}</legend>
      {course.pictures.length === 0 ? <p className="text-ink-2 text-sm">{t("figure.noPictures")}</p> : null}
      <div className="editor-pictures">
        {course.pictures.map(({ path, href }) => (
          <label key={path} className="editor-picture-choice" title={path}>
            <input
              type="radio"
              name={id}
              className="sr-only"
              checked={path === chosen}
              onChange={() => choose({ src: path })}
            />
            <img src={href} alt={path.replace("media/", "")} loading="lazy" />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
