import { useId, useState } from "react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Field } from "#app/ui/field.tsx";
import type { MediaFile } from "../../media/media-file.ts";
import { fileNameOf } from "../../media/media-name.ts";
import { MediaThumbnail } from "../media/media-grid.tsx";
import { useCourseFiles } from "./course-files.ts";
import { FileUpload } from "./file-upload.tsx";

/** From so many files on they are searched. */
const MANY = 12;

type FilePickerProps = {
  course: string;
  legend: string;
  accept: string;
  fits: (file: MediaFile) => boolean;
  /** The path of the file that is chosen. */
  chosen: string | null;
  choose: (file: MediaFile) => void;
};

/** The files of the course that fit, of which one is chosen, or a new one of this device. */
export function FilePicker({ course, legend, accept, fits, chosen, choose }: FilePickerProps) {
  const { t } = useTranslation("media");
  const { files, isWhole } = useCourseFiles(course);
  const [q, setQ] = useState("");
  const id = useId();
  const fitting = files.filter(fits);
  const shown = fitting.filter(({ path }) => path.includes(q.trim().toLowerCase()));
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-semibold">{legend}</legend>
      <FileUpload course={course} accept={accept} onAdded={choose} />
      {fitting.length >= MANY ? (
        <Field
          type="search"
          name="q"
          label={t("choose.search")}
          value={q}
          onChange={({ currentTarget }) => setQ(currentTarget.value)}
        />
      ) : null}
      {shown.length === 0 ? (
        <p className="text-ink-2 text-sm">{t(isWhole ? "choose.none" : "choose.loading")}</p>
      ) : null}
      <div className="editor-pictures">
        {shown.map((file) => (
          <label key={file.path} className="editor-picture-choice" title={fileNameOf(file.path)}>
            <input
              type="radio"
              name={id}
              className="sr-only"
              aria-label={fileNameOf(file.path)}
              checked={file.path === chosen}
              onChange={() => choose(file)}
            />
            <MediaThumbnail file={file} />
            {file.isPicture ? null : <bdi className="block truncate px-1 text-xs">{fileNameOf(file.path)}</bdi>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
