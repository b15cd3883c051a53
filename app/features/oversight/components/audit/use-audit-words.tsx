import { useTranslation } from "#app/platform/i18n/use-translation.ts";

/** `access-group` and `accessGroup` are one word. */
const inCamel = (word: string) => word.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Acts and things of the log as the reader calls them; what has no word yet is shown as it is written. */
export function useAuditWords() {
  const { t } = useTranslation("audit");
  const wordFor = (key: string) => {
    const word = t(key);
    return word === key ? undefined : word;
  };
  const thing = (type: string) => wordFor(`things.${inCamel(type)}`) ?? type;
  return {
    thing,
    act(action: string): string {
      const [noun = "", verb = ""] = action.split(".");
      return t("act", { thing: thing(noun), verb: wordFor(`verbs.${inCamel(verb)}`) ?? verb });
    },
    /** The name of a value, or undefined where it has no word. */
    field: (name: string): string | undefined => wordFor(`fields.${name}`),
  };
}
