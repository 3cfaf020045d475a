import * as v from 'valibot';
import { neededText } from '#shared/fields';
import { scopes } from '../scopes.ts';
import { severalOf } from '../several.ts';

export const lastingDays = [30, 90, 365] as const;

export const NewToken = v.object({
	name: neededText(100),
	scopes: severalOf(scopes),
	days: v.pipe(v.optional(v.string(), '90'), v.transform(Number), v.picklist(lastingDays, 'not-an-option'))
});
