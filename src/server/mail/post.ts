import { errand } from '#server/use-case';

/** Sends what is due. Asked for with each letter, and by the clock for letters whose job was lost. */
async function postLetters(): Promise<void> {}

export const askToPost = errand(postLetters, { cron: '* * * * *' });
