import * as v from 'valibot';
import { neededText } from '#shared/fields';
import { severalOf } from '../several.ts';

/** What an address can be told: the events whose details are ids, of things that staff may know of. */
export const toldOf = [
	'call.published',
	'call.corrected',
	'call.deadline-moved',
	'call.closed',
	'expression.submitted',
	'expression.withdrawn',
	'expression.erased',
	'note.written'
] as const;
export type Told = (typeof toldOf)[number];

export const NewWebhook = v.object({ url: neededText(2000), events: severalOf(toldOf) });
