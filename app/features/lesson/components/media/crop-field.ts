import type { Crop } from "../../media/media-schema.ts";

type Size = { width: number; height: number };

const within = (value: number, least: number, most: number) => Math.min(Math.max(Math.round(value), least), most);

/** The part moved so that it stays inside the picture; whole pixels. */
export function movedCrop(crop: Crop, by: { x: number; y: number }, picture: Size): Crop {
  return {
    ...crop,
    x: within(crop.x + by.x, 0, picture.width - crop.width),
    y: within(crop.y + by.y, 0, picture.height - crop.height),
  };
}

/** The part with its lower corner on the right moved, never out of the picture and never gone. */
export function sizedCrop(crop: Crop, by: { x: number; y: number }, picture: Size): Crop {
  return {
    ...crop,
    width: within(crop.width + by.x, 1, picture.width - crop.x),
    height: within(crop.height + by.y, 1, picture.height - crop.y),
  };
}

/** What was typed, as a part that lies inside the picture. */
export function soundCrop(crop: Crop, picture: Size): Crop {
  const x = within(crop.x || 0, 0, picture.width - 1);
  const y = within(crop.y || 0, 0, picture.height - 1);
  const width = within(crop.width || 1, 1, picture.width - x);
  return { x, y, width, height: within(crop.height || 1, 1, picture.height - y) };
}

/** The part with which one begins: the middle, three quarters as wide and high as the picture. */
export function firstCrop({ width, height }: Size): Crop {
  const part = { width: Math.max(1, Math.round(width * 0.75)), height: Math.max(1, Math.round(height * 0.75)) };
  return { ...part, x: Math.floor((width - part.width) / 2), y: Math.floor((height - part.height) / 2) };
}
