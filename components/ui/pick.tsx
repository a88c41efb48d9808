import { useTranslations } from "next-intl";
import type { Option } from "./controls";

type PickProps = { label: string; name: string; chosen: string; options: readonly Option[]; /** The rest of the address, kept. */ keep?: Record<string, string | undefined> };

/** The order of a list. Changes it at once where JavaScript runs, by its button where not. */
export function Pick({ label, name, chosen, options, keep = {} }: PickProps) {
  const t = useTranslations("ui");
  const id = `pick-${name}`;
  return (
    <form className="pick">
      {Object.entries(keep).map(([key, value]) => value && <input key={key} type="hidden" name={key} value={value} />)}
      <label className="vh" htmlFor={id}>
        {label}, {t("atOnce")}
      </label>
      <select id={id} name={name} defaultValue={chosen} data-auto="">
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      <noscript>
        <button className="btn sm">{t("show")}</button>
      </noscript>
    </form>
  );
}
