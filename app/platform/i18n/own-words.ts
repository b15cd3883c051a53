import type { Said } from "#app/platform/site/site.ts";
import type { Words } from "./read-words.ts";

/** The words of a page with the academy's own name and tagline in the place of those that the words came with. */
export function withOwnWords(words: Words, { name, tagline }: Said): Words {
  const own = new Map<string, string>();
  if (name) own.set("ui:name", name).set("mail:academy", name);
  if (tagline) own.set("ui:tagline", tagline);
  if (own.size === 0) return words;
  return {
    language: words.language,
    of: (file) => {
      const translate = words.of(file);
      return (key, values) => own.get(key.includes(":") ? key : `${file}:${key}`) ?? translate(key, values);
    },
  };
}
