import type { VideoProvider as VideoProviderName } from "#app/platform/db/generated/enums.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";

/** Who keeps the videos does not answer, or not in time. What was asked of it can be asked again later. */
export class ProviderAway extends ExpectedError {
  readonly provider: VideoProviderName;

  constructor(provider: VideoProviderName, { cause }: { cause?: unknown } = {}) {
    super({ code: "providerAway", messageKey: "video:errors.providerAway", status: 503 });
    this.provider = provider;
    this.cause = cause;
  }
}
