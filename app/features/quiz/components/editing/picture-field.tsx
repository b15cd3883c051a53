import { useRef, useState } from "react";
import { translateMessage, withValues } from "#app/platform/i18n/message-key.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Select } from "#app/ui/select.tsx";
import { type Bound, controlId } from "./bound.ts";
import { LineField, useProblem } from "./fields.tsx";
import { type CoursePicture, usePictures } from "./pictures.ts";

type Size = { width: number; height: number };
type Picture = Size & { src: string };

type PictureFieldProps = {
  field: Bound<string>;
  label: string;
  hint: string;
  /** A picture was chosen, with its own size where that is known. */
  onChoose: (picture: { src: string } & Partial<Size>) => void;
};

/** The size of a picture as the browser sees it; nothing where it cannot be loaded. */
async function measure(href: string, { isDrawing }: { isDrawing: boolean }): Promise<Partial<Size>> {
  const image = new Image();
  image.src = href;
  try {
    await image.decode();
  } catch {
    return {};
  }
  const { naturalWidth: width, naturalHeight: height } = image;
  if (!(width > 0 && height > 0)) return {};
  // A drawing has proportions and no size of its own: one in which places can be told finely.
  return isDrawing ? { width: 1_000, height: Math.round((1_000 * height) / width) } : { width, height };
}

/** One of the course's pictures, or a new one from this device. */
export function PictureField({ field, label, hint, onChoose }: PictureFieldProps) {
  const pictures = usePictures();
  if (!pictures) return <LineField field={field} label={label} hint={hint} />;
  return <PictureChoice {...{ field, label, onChoose }} pictures={pictures.pictures} />;
}

function PictureChoice(props: Omit<PictureFieldProps, "hint"> & { pictures: readonly CoursePicture[] }) {
  const { field, label, onChoose, pictures } = props;
  const { t } = useTranslation("question-bank");
  const problem = useProblem(field);
  const known = pictures.some(({ src }) => src === field.value);
  const choose = async (src: string) => {
    const picture = pictures.find((one) => one.src === src);
    onChoose({ src, ...(picture ? await measure(picture.href, { isDrawing: src.endsWith(".svg") }) : {}) });
  };
  return (
    <div className="grid gap-2">
      <Select
        id={controlId(field.path)}
        name={controlId(field.path)}
        label={label}
        error={problem}
        options={[
          { value: "", label: t("pictures.choose") },
          ...(known || field.value === "" ? [] : [{ value: field.value, label: field.value }]),
          ...pictures.map(({ src }) => ({ value: src, label: src.replace(/^media\//, "") })),
        ]}
        value={field.value}
        onChange={(event) => void choose(event.target.value)}
      />
      <PictureUpload onAdded={onChoose} />
    </div>
  );
}

/** A button that sends a picture from this device to the course. */
export function PictureUpload({ onAdded }: { onAdded: (picture: Picture) => void }) {
  const { t } = useTranslation("question-bank");
  const input = useRef<HTMLInputElement>(null);
  const pictures = usePictures();
  const [state, setState] = useState<{ sending: boolean; problem: string }>({ sending: false, problem: "" });
  const send = async (file: File) => {
    setState({ sending: true, problem: "" });
    const answer = await pictures?.add(file);
    const problem = answer && "messageKey" in answer ? withValues(answer.messageKey, answer.values) : "";
    setState({ sending: false, problem });
    if (answer && "src" in answer) onAdded(answer);
  };
  return (
    <div className="grid justify-items-start gap-1">
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg,image/webp,image/avif"
        className="sr-only"
        tabIndex={-1}
        aria-label={t("pictures.upload")}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) void send(file);
          event.target.value = "";
        }}
      />
      <Button type="button" kind="quiet" size="s" disabled={state.sending} onClick={() => input.current?.click()}>
        <Icon name="upload" /> {t(state.sending ? "pictures.sending" : "pictures.upload")}
      </Button>
      <p role="status" className="text-danger text-sm">
        {state.problem ? translateMessage(t, state.problem) : ""}
      </p>
    </div>
  );
}
