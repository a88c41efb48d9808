import { useTranslations } from "next-intl";
import { type Channel, channels, offered, type Topic, topics } from "@/lib/notifications/channels/rules";

/** Kinds down, channels across; on a narrow screen a list in which every choice says its name. */
export function ChannelGrid({ chosen, wrong }: { chosen: Record<Topic, Channel>; wrong: (topic: Topic) => string | undefined }) {
  const t = useTranslations("channels");
  return (
    <table className="channels">
      <caption className="vh">{t("grid.title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("grid.topic")}</th>
          {channels.map((channel) => (
            <th key={channel} scope="col">
              {t(`names.${channel}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {topics.map((topic) => (
          <tr key={topic} id={`topic-${topic}`}>
            <th scope="row" id={`field-${topic}`}>
              {t(`topics.${topic}`)}
              {wrong(topic) && <span className="err"> {wrong(topic)}</span>}
            </th>
            {channels.map((channel) => (
              <td key={channel}>
                {offered(topic).includes(channel) && (
                  <label>
                    <input type="radio" name={topic} value={channel} defaultChecked={chosen[topic] === channel} aria-labelledby={`field-${topic} name-${topic}-${channel}`} />
                    <span id={`name-${topic}-${channel}`}>{t(`names.${channel}`)}</span>
                  </label>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
