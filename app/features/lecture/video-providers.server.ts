import type { VideoProvider as VideoProviderName } from "#app/platform/db/generated/enums.ts";
import { localProvider } from "./local/local-provider.server.ts";
import type { VideoProvider } from "./video-provider.ts";

const providers: VideoProvider[] = [localProvider];

/** The provider that new videos go to. */
export function chosenProvider(): VideoProvider {
  return localProvider;
}

/** The provider that keeps a video. Throws where this academy is not set up for it any more. */
export function providerOf({ provider }: { provider: VideoProviderName }): VideoProvider {
  const found = providers.find(({ name }) => name === provider);
  if (!found) throw new Error(`Videos at ${provider} need its keys, which are not set`);
  return found;
}
