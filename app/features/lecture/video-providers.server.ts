import type { VideoProvider as VideoProviderName } from "#app/platform/db/generated/enums.ts";
import { env } from "#app/platform/env/env.server.ts";
import { captionFile } from "./companion-files.ts";
import { localProvider } from "./local/local-provider.server.ts";
import { configuredMux, type MuxConfig } from "./mux/mux-config.server.ts";
import { muxProvider } from "./mux/mux-provider.server.ts";
import { ProviderAway } from "./provider-away.ts";
import { signAddress } from "./video-address.server.ts";
import type { VideoProvider } from "./video-provider.ts";

/** How long Mux has to fetch a caption text, in milliseconds. */
const FETCH_WITHIN_MS = 24 * 60 * 60 * 1_000;

/** The public address of a released caption text, signed for whoever has it: Mux signs in nowhere. */
async function addressOfCaption(
  origin: string,
  { videoId, sha256 }: { videoId: string; sha256: string },
): Promise<string> {
  const expiresAt = new Date(Date.now() + FETCH_WITHIN_MS);
  const file = captionFile({ sha256, locale: "" });
  return `${origin.replace(/\/+$/, "")}${await signAddress({ videoId, file, watcher: null, expiresAt })}`;
}

const captions = {
  get addressOf() {
    const origin = env.PUBLIC_URL;
    return origin ? (caption: { videoId: string; sha256: string }) => addressOfCaption(origin, caption) : undefined;
  },
};

let keptMux: { config: MuxConfig; provider: VideoProvider } | undefined;

function configuredProviders(): [VideoProvider, ...VideoProvider[]] {
  const config = configuredMux();
  if (!config) return [localProvider];
  if (keptMux?.config !== config) {
    keptMux = { config, provider: muxProvider(config, captions) };
  }
  return [keptMux.provider, localProvider];
}

/** All that this academy is set up for, the one that new videos go to first. */
export function videoProviders(): VideoProvider[] {
  return configuredProviders();
}

/** The provider that new videos go to: Mux where its keys are set, else we keep them ourselves. */
export function chosenProvider(): VideoProvider {
  return configuredProviders()[0];
}

/** Whether this academy is set up for a provider: without its keys, nothing that it keeps can be watched. */
export function isProviderSet(name: VideoProviderName): boolean {
  return configuredProviders().some((provider) => provider.name === name);
}

/** The provider that keeps a video. Throws `ProviderAway` where this academy is not set up for it any more. */
export function providerOf({ provider }: { provider: VideoProviderName }): VideoProvider {
  const found = configuredProviders().find(({ name }) => name === provider);
  if (!found) throw new ProviderAway(provider);
  return found;
}
