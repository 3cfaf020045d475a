import * as v from 'valibot';
import { findPlaceOfExpression } from '#areas/programmes/server';
import { nothing, ourselves, useCase } from '#server/use-case';
import { forgetUninvitedName } from './uninvited.sql.ts';

/** An application is deleted: the name of whoever led it, where nobody was asked yet, goes too. */
export const forgetUninvited = useCase('campaigns.forgetUninvited', {
	input: v.object({ expression: v.pipe(v.string(), v.uuid()) }),
	on: nothing,
	may: ourselves,
	async run(context, { expression }) {
		const place = await findPlaceOfExpression.within(context, { expression });
		if (place) await forgetUninvitedName(context.db, place);
	}
});
