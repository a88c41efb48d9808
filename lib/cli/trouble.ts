/** Something the person at the keyboard can put right: shown as one sentence, without a stack. */
export class Trouble extends Error {}

/** Runs a program of the command line; a `Trouble` ends it with its sentence and exit code 1. */
export const main = async (program: () => Promise<number | void>) => {
  try {
    process.exitCode = (await program()) ?? 0;
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
};
