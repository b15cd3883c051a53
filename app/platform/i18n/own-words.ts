import type { Said } from "#app/platform/site/site.ts";
import type { Words } from "./read-words.ts";

type Own = { name: string | undefined; tagline: string | undefined; words: Words };

/** Made once for what the academy says of itself: sentences that were put together are kept by the words they are of. */
const made = new WeakMap<Words, Own>();

/** The words of a page with the academy's own name and tagline in the place of those that the words came with. */
export function withOwnWords(words: Words, { name, tagline }: Said): Words {
  if (!name && !tagline) return words;
  const known = made.get(words);
  if (known && known.name === name && known.tagline === tagline) return known.words;
  const own = new Map<string, string>();
  if (name) own.set("ui:name", name).set("mail:academy", name);
  if (tagline) own.set("ui:tagline", tagline);
  const ours: Words = {
    language: words.language,
    of: (file) => {
      const translate = words.of(file);
      return (key, values) => own.get(key.includes(":") ? key : `${file}:${key}`) ?? translate(key, values);
    },
  };
  made.set(words, { name, tagline, words: ours });
  return ours;
}
