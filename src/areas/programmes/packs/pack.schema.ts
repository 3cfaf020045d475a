import * as v from 'valibot';
import { BeginExpression } from '../expression.schema.ts';

export const ByPack = v.object({
	slug: BeginExpression.entries.slug,
	pack: v.pipe(v.string('missing'), v.uuid('wrong-kind'))
});

export const PackId = v.object({ pack: v.pipe(v.string(), v.uuid()) });
