import * as v from 'valibot';
import { neededText } from '#shared/fields';
import { InCall } from '../expression-desk.schema.ts';

export const EraseEarly = v.object({
	...InCall.entries,
	reason: neededText(1000),
	sure: v.literal('yes', 'missing')
});
