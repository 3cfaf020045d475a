import * as v from 'valibot';
import { placeOf } from '#areas/forms';
import { Problem } from '#shared/problem';
import { useCase } from '#server/use-case';
import { ByReference, SaveAnswers } from '../../expression.schema.ts';
import { holding } from '../../server/expression-policy.ts';
import { readWhole } from '../../server/whole.ts';
import { hereOf, type Here } from './beside.ts';
import { anyOfThem } from './policy.ts';

/** Who else is on a page now: asked again and again while somebody has it open. Alone, there is nothing to say. */
export const showWhoIsHere = useCase('programmes.showWhoIsHere', {
	input: v.object({ ...ByReference.entries, page: SaveAnswers.entries.page }),
	on: holding,
	may: anyOfThem,
	async run(context, { page }, { expression, person }): Promise<Here> {
		const whole = await readWhole(context, expression);
		if (!placeOf(whole.form, page)) throw new Problem('not-found');
		return person ? hereOf(context, whole, person, page) : { lookers: [], changed: [], now: context.now };
	}
});
