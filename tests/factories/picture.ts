import sharp, { type Sharp } from "sharp";

/** A picture of one colour. */
export function colour(width: number, height: number, background = "#0f5d6c"): Sharp {
  return sharp({ create: { width, height, channels: 3, background } });
}

/** As a camera makes it: with its name, the place where it stood, a colour profile, and lying on its side if so told. */
export async function photograph(input: { width: number; height: number; lying?: boolean }): Promise<Buffer> {
  return colour(input.width, input.height)
    .jpeg()
    .withIccProfile("srgb")
    .withExif({
      IFD0: { Model: "Maqdis camera" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "31/1 46/1 4000/100", GPSLongitudeRef: "E" },
    })
    .withMetadata({ orientation: input.lying ? 6 : 1 })
    .toBuffer();
}
