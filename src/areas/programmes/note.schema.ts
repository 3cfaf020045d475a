import * as v from 'valibot';
import { neededText } from '#shared/fields';

/** The most characters that a note holds. */
export const mostOfNote = 10_000;
export const Words = neededText(mostOfNote);
export const Edition = v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.integer());
