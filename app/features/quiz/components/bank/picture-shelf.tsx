import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { PictureUpload } from "../editing/picture-field.tsx";
import { type CoursePicture, type Pictures, PicturesContext, usePictures } from "../editing/pictures.ts";
import { sendPicture } from "./send-question.ts";

type PicturesProviderProps = { course: string; pictures: readonly CoursePicture[]; children: ReactNode };

/** Gives editors the pictures of the course, with those that are sent meanwhile. */
export function PicturesProvider({ course, pictures, children }: PicturesProviderProps) {
  const [sent, setSent] = useState<CoursePicture[]>([]);
  const value = useMemo<Pictures>(
    () => ({
      pictures: [...sent.filter(({ src }) => !pictures.some((one) => one.src === src)), ...pictures],
      add: async (file) => {
        const answer = await sendPicture(course, file);
        if (answer.result === "refused") return answer;
        if (answer.result !== "added") return { messageKey: `question-bank:desk.${answer.result}` };
        const { picture } = answer;
        setSent((before) => [picture, ...before.filter(({ src }) => src !== picture.src)]);
        return picture;
      },
    }),
    [course, pictures, sent],
  );
  return <PicturesContext value={value}>{children}</PicturesContext>;
}

/** The text that was written in last, where a figure is to go. */
function useLastText() {
  const last = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      if (target instanceof HTMLTextAreaElement && target.id.startsWith("body-")) last.current = target;
    };
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, []);
  return last;
}

const figure = (src: string) => `\n\n:::figure{src="${src}" alt="" credit="" licence=""}\n\n:::\n\n`;

/** Puts a figure where the cursor was, and the cursor where what is seen on it is to be described. */
function insertFigure(text: HTMLTextAreaElement, src: string) {
  const at = text.selectionEnd;
  const written = figure(src);
  text.setRangeText(written, at, at, "end");
  // As typing does, so that the editor takes note of it.
  text.dispatchEvent(new Event("input", { bubbles: true }));
  text.focus();
  const alt = at + written.indexOf('alt="') + 'alt="'.length;
  text.setSelectionRange(alt, alt);
}

/** The course's pictures, to be put into the text that is being written. */
export function PictureShelf() {
  const { t } = useTranslation("question-bank");
  const shelf = usePictures();
  const last = useLastText();
  const [nowhere, setNowhere] = useState(false);
  const insert = (src: string) => {
    setNowhere(!last.current?.isConnected);
    if (last.current?.isConnected) insertFigure(last.current, src);
  };
  return (
    <Disclosure summary={t("pictures.title")}>
      <div className="grid gap-4">
        <p className="text-ink-2 text-sm">{t("pictures.lead")}</p>
        <PictureUpload onAdded={({ src }) => insert(src)} />
        <p role="status" className="text-sm empty:hidden">
          {nowhere ? t("pictures.nowhere") : ""}
        </p>
        <ul className="grid max-h-96 grid-cols-2 gap-3 overflow-y-auto sm:grid-cols-4">
          {shelf?.pictures.map(({ src, href }) => (
            <li key={src} className="grid content-between gap-1 rounded-sm border border-line bg-surface p-2">
              <img src={href} alt="" loading="lazy" className="aspect-video w-full object-contain" />
              <span className="break-all text-ink-2 text-xs" dir="ltr">
                {src.replace(/^media\//, "")}
              </span>
              <Button
                type="button"
                kind="quiet"
                size="s"
                aria-label={t("pictures.insertNamed", { name: src })}
                onClick={() => insert(src)}
              >
                {t("pictures.insert")}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </Disclosure>
  );
}
