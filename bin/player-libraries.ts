import type { Plugin } from "vite";

/** The libraries of the video player whose custom elements write their styles into shadow roots. */
const LIBRARIES = /node_modules\/(@mux\/mux-(player|video)|media-chrome|player\.style|custom-media-element)\//;

/** As it stands within their template literals: the nonce of the document that is open. */
const NONCE = `\${globalThis.document?.querySelector("script[nonce]")?.nonce ?? ""}`;

/**
 * Gives each style element of the video player's libraries the document's nonce, so that our content security policy
 * lets it in; style attributes, which no nonce can allow, are taken out. See docs/decisions/0005-player-styles.md.
 */
function noncePlayerStyles(): Plugin {
  return {
    name: "nonce-player-styles",
    transform: {
      filter: { id: LIBRARIES, code: /<style|\sstyle="/ },
      handler: (code) => ({
        code: code
          .replaceAll(/<style(?=[\s>])/g, `<style nonce="${NONCE}"`)
          .replaceAll(/(\s)style="/g, '$1data-style="'),
        map: null,
      }),
    },
  };
}

/** What the player imports that would speak to others: what is measured to Mux, what is cast to a script of Google. */
const SILENCED: Record<string, string> = {
  "mux-embed": `
    const utils = { now: () => performance.now(), generateUUID: () => crypto.randomUUID() };
    export default { utils, monitor: () => undefined, emit: () => undefined };`,
  "castable-video/castable-mixin.js": "export const CastableMediaMixin = (media) => media;",
};

/** Puts silence in the place of telemetry and casting: nobody but the academy learns what is watched. */
function silencePlayer(): Plugin {
  const mark = "\0silent:";
  return {
    name: "silence-player",
    enforce: "pre",
    resolveId: (source) => (source in SILENCED ? mark + source : undefined),
    load: (id) => (id.startsWith(mark) ? SILENCED[id.slice(mark.length)] : undefined),
  };
}

/** The libraries of the video player, as our rules want them. */
export function playerLibraries(): Plugin[] {
  return [noncePlayerStyles(), silencePlayer()];
}
