import { createContext, useContext } from "react";
import type { MessageValues } from "#app/platform/i18n/message-key.ts";

export type CoursePicture = { src: string; href: string };
export type AddedPicture = CoursePicture & { width: number; height: number };

/** The pictures of the course, for editors that show one. */
export type Pictures = {
  pictures: readonly CoursePicture[];
  /** Sends a picture to the course; where it is not taken, the message that says why. */
  add: (file: File) => Promise<AddedPicture | { messageKey: string; values?: MessageValues }>;
};

const picturesContext = createContext<Pictures | null>(null);

export const PicturesContext = picturesContext.Provider;

/** Null where an editor stands without a course. */
export const usePictures = (): Pictures | null => useContext(picturesContext);
