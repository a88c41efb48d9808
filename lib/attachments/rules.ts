const pictures = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);
export const isPicture = (mediaType: string) => pictures.has(mediaType);

/** How a file is written into a text: a picture is shown, any other file is a link that downloads it. */
export const inMarkdown = ({ id, name, mediaType }: { id: string; name: string; mediaType: string }) => {
  const label = name.replace(/[\\[\]]/g, "\\$&");
  const address = `/files/${id}/${encodeURIComponent(name).replace(/[()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;
  return isPicture(mediaType) ? `![${label}](${address})` : `[${label}](${address})`;
};

const WEEK = 7 * 24 * 3600 * 1000;
/** Files that were sent before this moment and stand in no text since have been forgotten by whoever sent them. */
export const forgottenBefore = (now: Date) => new Date(now.getTime() - WEEK);
