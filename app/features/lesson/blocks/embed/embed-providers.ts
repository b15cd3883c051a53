type Place = { url: URL; path: string[] };

/** `id` names one thing at the provider in letters that may stand in an address as they are. */
type Provider = {
  /** As people call it. */
  name: string;
  hosts: readonly string[];
  idOf: (place: Place) => string | null;
  /** The provider's own page of it. */
  pageOf: (id: string) => string;
  /** What is shown in a frame, where as little is noted about who looks as the provider lets one ask for. */
  frameOf: (id: string) => string;
  /** Whether it is shown only where the frame says from which site it is asked. */
  asksWhence: boolean;
};

const matched = (text: string | null | undefined, pattern: RegExp): string | null =>
  text != null && pattern.test(text) ? text : null;

const YOUTUBE_ID = /^[A-Za-z0-9_-]{11}$/;

const youtube: Provider = {
  name: "YouTube",
  hosts: ["youtube.com", "www.youtube.com", "m.youtube.com", "youtu.be", "www.youtube-nocookie.com"],
  idOf: ({ url, path: [first, second] }) => {
    if (url.hostname === "youtu.be") return matched(first, YOUTUBE_ID);
    if (first === "watch") return matched(url.searchParams.get("v"), YOUTUBE_ID);
    return ["embed", "shorts", "live"].includes(first ?? "") ? matched(second, YOUTUBE_ID) : null;
  },
  pageOf: (id) => `https://www.youtube.com/watch?v=${id}`,
  frameOf: (id) => `https://www.youtube-nocookie.com/embed/${id}`,
  asksWhence: true,
};

// What is not listed has a second part, without which it is not shown.
const VIMEO_ID = /^\d{1,12}(\/[0-9a-f]{6,16})?$/;

const vimeo: Provider = {
  name: "Vimeo",
  hosts: ["vimeo.com", "www.vimeo.com", "player.vimeo.com"],
  idOf: ({ url, path }) => {
    const [number, secret] = url.hostname === "player.vimeo.com" && path[0] === "video" ? path.slice(1) : path;
    const hash = secret ?? url.searchParams.get("h");
    return matched(hash ? `${number}/${hash}` : number, VIMEO_ID);
  },
  pageOf: (id) => `https://vimeo.com/${id}`,
  frameOf: (id) => {
    const [number, hash] = id.split("/");
    return `https://player.vimeo.com/video/${number}?dnt=1${hash ? `&h=${hash}` : ""}`;
  },
  asksWhence: true,
};

const archive: Provider = {
  name: "Internet Archive",
  hosts: ["archive.org", "www.archive.org"],
  idOf: ({ path: [first, second] }) =>
    first === "details" || first === "embed" ? matched(second, /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/) : null,
  pageOf: (id) => `https://archive.org/details/${id}`,
  frameOf: (id) => `https://archive.org/embed/${id}`,
  asksWhence: false,
};

// What a title of Wikimedia's may not hold is left out, and with it all that would end the path.
const COMMONS_FILE = /^File:([^#<>[\]|{}/\\?\p{C}]{1,200}\.(?:webm|ogv|ogg|oga|opus|mp3|wav|flac|mpg|mpeg))$/iu;

const commons: Provider = {
  name: "Wikimedia Commons",
  hosts: ["commons.wikimedia.org", "commons.m.wikimedia.org"],
  idOf: ({ path: [first, second, ...more] }) => {
    if (first !== "wiki" || second === undefined || more.length > 0) return null;
    const [, file] = COMMONS_FILE.exec(decoded(second).normalize("NFC")) ?? [];
    return file === undefined ? null : encodeURIComponent(file.replaceAll(" ", "_"));
  },
  pageOf: (id) => `https://commons.wikimedia.org/wiki/File:${id}`,
  frameOf: (id) => `https://commons.wikimedia.org/wiki/File:${id}?embedplayer=yes`,
  asksWhence: false,
};

const sketchfab: Provider = {
  name: "Sketchfab",
  hosts: ["sketchfab.com", "www.sketchfab.com"],
  idOf: ({ path: [first, second] }) => {
    if (first !== "3d-models" && first !== "models") return null;
    return /(?:^|-)([0-9a-f]{32})$/.exec(second ?? "")?.[1] ?? null;
  },
  pageOf: (id) => `https://sketchfab.com/3d-models/${id}`,
  frameOf: (id) => `https://sketchfab.com/models/${id}/embed?dnt=1`,
  asksWhence: false,
};

const MAP = /^#map=(\d{1,2})\/(-?\d{1,2}(?:\.\d{1,8})?)\/(-?\d{1,3}(?:\.\d{1,8})?)(?:&|$)/;

/** How many degrees of longitude a frame shows at a zoom; of latitude it is a little over half as many. */
const degreesAt = (zoom: number) => 720 / 2 ** zoom;

const openStreetMap: Provider = {
  name: "OpenStreetMap",
  hosts: ["openstreetmap.org", "www.openstreetmap.org"],
  idOf: ({ url, path }) => {
    const [, zoom, latitude, longitude] = MAP.exec(url.hash) ?? [];
    const isPlace = Number(zoom) <= 19 && Math.abs(Number(latitude)) <= 85 && Math.abs(Number(longitude)) <= 180;
    return path.length === 0 && isPlace ? `${Number(zoom)}/${Number(latitude)}/${Number(longitude)}` : null;
  },
  pageOf: (id) => `https://www.openstreetmap.org/#map=${id}`,
  frameOf: (id) => {
    const [zoom = 0, latitude = 0, longitude = 0] = id.split("/").map(Number);
    const [across, up] = [degreesAt(zoom) / 2, degreesAt(zoom) / 3.5];
    const box = [longitude - across, latitude - up, longitude + across, latitude + up];
    const bounds = box.map((degrees) => degrees.toFixed(5)).join("%2C");
    return `https://www.openstreetmap.org/export/embed.html?bbox=${bounds}&layer=mapnik`;
  },
  asksWhence: false,
};

const providers = { youtube, vimeo, archive, commons, sketchfab, openStreetMap } satisfies Record<string, Provider>;

export type EmbedProvider = keyof typeof providers;

/** What a lesson shows from elsewhere. `url` is the one form of its address, made of nothing but provider and id. */
export type Embedded = { provider: EmbedProvider; name: string; url: string; frame: string; asksWhence: boolean };

/** Names of all from whom something may be shown. */
export const embedProviderNames = Object.values(providers).map(({ name }) => name);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // It is no encoded text, and so no name of anything.
    return "";
  }
}

function parsed(address: string): URL | null {
  try {
    return new URL(address.trim());
  } catch {
    return null;
  }
}

const names: EmbedProvider[] = ["youtube", "vimeo", "archive", "commons", "sketchfab", "openStreetMap"];

/**
 * Reads an address as people copy it. Null for every one that is not of a provider of the list, by https, without a
 * port or a name to sign in with, and of something that may be shown.
 */
export function parseEmbed(address: string): Embedded | null {
  const url = address.length <= 2_000 ? parsed(address) : null;
  if (url?.protocol !== "https:" || url.port !== "" || url.username !== "" || url.password !== "") return null;
  const name = names.find((one) => providers[one].hosts.includes(url.hostname));
  if (!name) return null;
  const provider: Provider = providers[name];
  const path = url.pathname.split("/").filter(Boolean);
  const id = provider.idOf({ url, path });
  if (id === null) return null;
  const shown = { url: provider.pageOf(id), frame: provider.frameOf(id) };
  return { provider: name, name: provider.name, ...shown, asksWhence: provider.asksWhence };
}
