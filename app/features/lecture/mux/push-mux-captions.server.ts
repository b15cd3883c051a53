import { createHash } from "node:crypto";
import type Mux from "@mux/mux-node";
import type { Track } from "@mux/mux-node/resources/video/assets";
import { type Locale, localeNames } from "#app/platform/i18n/locales.ts";
import { askMux, askMuxFor } from "./ask-mux.server.ts";

type Captions = { locale: Locale; vtt: string };

/** Names a text by what it says, as our tables do: a track that bears it needs no pushing. */
const shaOf = (vtt: string) => createHash("sha256").update(vtt).digest("hex");

const isGood = (track: Track) => track.status === "preparing" || track.status === "ready";

/**
 * Brings the text tracks of an asset to the captions there are: what changed is replaced, what is gone is removed, what
 * is right is left alone. Mux fetches each text from `addressOf`. Idempotent.
 */
export async function pushMuxCaptions(
  mux: Mux,
  {
    assetId,
    captions,
    addressOf,
  }: { assetId: string; captions: Captions[]; addressOf: (sha256: string) => Promise<string> },
): Promise<void> {
  const asset = await askMuxFor(() => mux.video.assets.retrieve(assetId));
  if (!asset) return;
  const wanted = captions.map(({ locale, vtt }) => ({ locale, sha256: shaOf(vtt) }));
  const tracks = (asset.tracks ?? []).filter(({ type }) => type === "text");
  const matches = (track: Track, { locale, sha256 }: (typeof wanted)[number]) =>
    track.language_code === locale && track.passthrough === sha256 && isGood(track);
  for (const track of tracks) {
    const { id } = track;
    if (!id || wanted.some((one) => matches(track, one))) continue;
    await askMuxFor(() => mux.video.assets.deleteTrack(assetId, id));
  }
  for (const one of wanted) {
    if (tracks.some((track) => matches(track, one))) continue;
    const url = await addressOf(one.sha256);
    await askMux(() =>
      mux.video.assets.createTrack(assetId, {
        url,
        type: "text",
        text_type: "subtitles",
        closed_captions: true,
        language_code: one.locale,
        name: localeNames[one.locale],
        passthrough: one.sha256,
      }),
    );
  }
}
