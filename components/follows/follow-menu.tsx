import { useTranslations } from "next-intl";
import { Menu } from "@/components/ui/menu";
import { type Level, levels } from "@/lib/follows/rules";

type FollowMenuProps = {
  /** Takes `level` and the fields. */
  action: (form: FormData) => Promise<void>;
  fields: Record<string, string>;
  /** What holds now. */
  level: Level;
  /** They said so themselves, and may take it back. */
  own: boolean;
  /** Of what: for ears, where a page has several. */
  of: string;
  /** Among words: without a border, opening to the right. */
  quiet?: boolean;
};

/** How much of something reaches the reader. Each level is a button of a form: it works without JavaScript. */
export function FollowMenu({ action, fields, level, own, of, quiet }: FollowMenuProps) {
  const t = useTranslations("follows");
  const button = (said: Level | "default", label: string) => (
    <form action={action}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button name="level" value={said} aria-pressed={said === "default" ? undefined : said === level}>
        {label}
      </button>
    </form>
  );
  return (
    <Menu
      {...(quiet && { look: "quiet" as const, start: true })}
      icon="bell"
      label={
        <>
          {t(`now.${level}`)}
          <span className="vh">: {of}</span>
        </>
      }
    >
      {levels.map((one) => (
        <li key={one}>{button(one, t(`levels.${one}`))}</li>
      ))}
      {own && <li className="gap">{button("default", t("default"))}</li>}
    </Menu>
  );
}
