let out: { write: (text: string) => unknown } = process.stdout;
/** For programs whose output others read: what we say goes where errors go. */
export const keepOutputClean = () => {
  out = process.stderr;
};

/** Whether the reader sees lines rewritten; a log file or a pipe gets each line once. */
const live = Boolean(process.stdout.isTTY && process.stderr.isTTY);
const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

const line = (text: string) => out.write(live ? `\r\x1b[2K${text}` : `${text}\n`);

/** Shows what is going on while `work` runs, with the time it takes; `note` adds where it stands ("12 of 80"). */
export const step = async <T>(what: string, work: (note: (detail: string) => void) => Promise<T>): Promise<T> => {
  const since = Date.now();
  let detail = "";
  let drawn = "";
  const draw = () => {
    if (!live && drawn === detail) return;
    drawn = detail;
    line(`  … ${what}${detail && ` (${detail})`}, ${Math.round((Date.now() - since) / 1000)} s`);
  };
  if (live) draw();
  const timer = setInterval(draw, live ? 1000 : 15_000); // in a log, a sign of life now and then
  const end = (sign: string) => line(`  ${sign} ${what}, ${seconds(since)}${live ? "\n" : ""}`);
  try {
    const result = await work((said) => {
      detail = said;
      if (live) draw();
    });
    end("✓");
    return result;
  } catch (error) {
    end("✗");
    throw error;
  } finally {
    clearInterval(timer);
  }
};

export const say = (text: string) => out.write(`${text}\n`);
