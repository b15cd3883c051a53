import type { Plugin } from "vite";

/** The libraries of the video player whose custom elements write their styles into shadow roots. */
const LIBRARIES = /node_modules\/(@mux\/mux-(player|video)|media-chrome|player\.style|custom-media-element)\//;

/** As it stands within their template literals: the nonce of the document that is open. */
const NONCE = `\${globalThis.document?.querySelector("script[nonce]")?.nonce ?? ""}`;

/**
 * Gives each style element of the video player's libraries the document's nonce, so that our content security policy
 * lets it in; style attributes, which no nonce can allow, are taken out. See docs/decisions/0005-player-styles.md.
 */
export function noncePlayerStyles(): Plugin {
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
