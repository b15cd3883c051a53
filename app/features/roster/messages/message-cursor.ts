import { z } from "zod";

const cursorSchema = z.tuple([z.iso.datetime(), z.uuid()]);

/** A message, by which those before it are asked for. */
export type MessageCursor = { at: string; id: string };

export const encodeCursor = (message: { createdAt: Date; id: string } | undefined): string | undefined =>
  message && `${message.createdAt.toISOString()}_${message.id}`;

/** The message that a cursor names, or undefined where it names none. */
export function decodeCursor(text: string | undefined): MessageCursor | undefined {
  const parsed = cursorSchema.safeParse(text?.split("_"));
  return parsed.success ? { at: parsed.data[0], id: parsed.data[1] } : undefined;
}
