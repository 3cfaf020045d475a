import * as v from 'valibot';
import { whoWorksHere } from '#server/identity';
import { every, nothing, on, ourselves, useCase } from '#server/use-case';
import { holdExpressions, listLeft } from './deed.sql.ts';
import { perform } from './deeds.ts';

/** What somebody had who does not work here any more is nobody's, so that colleagues see that it waits. */
export const releaseLeft = useCase('programmes.releaseLeft', {
	input: v.object({}),
	on: nothing,
	may: ourselves,
	async run(context) {
		const staff = (await whoWorksHere(context)).map(({ id }) => id);
		for (const { call, ids } of await listLeft(context.db, staff)) {
			await holdExpressions(context.db, ids);
			await perform(context, { call, person: null, ids, aspect: 'assigned', target: null });
		}
	}
});

on('role.ended', async function releaseWhatTheyHad(context) {
	await releaseLeft.within(context, {});
});

every('41 * * * *', async function releaseWhatWasLeft(context) {
	await releaseLeft.within(context, {});
});
