import { readExpression, writeNote } from '#areas/programmes/server';
import { formAction, page } from '#server/web';
import { toNote } from './narrowing.ts';

export const load = page(readExpression, { from: 'both' });

export const actions = { note: formAction(writeNote, toNote) };
