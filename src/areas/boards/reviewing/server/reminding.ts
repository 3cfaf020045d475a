import * as v from 'valibot';
import { listKeepers } from '#areas/campaigns/server';
import { findPersonOf } from '#server/identity';
import { queueMail } from '#server/mail';
import { nothing, ourselves, useCase, type Context } from '#server/use-case';
import { dayOf, homeZone } from '#shared/dates';
import { insertReminders, listCampaignsDue, lockReminding, wasToldOn } from './reviewing.sql.ts';

/**
 * Once a day: who looks after a campaign is told that notes about somebody are to be looked at again. One letter for
 * each campaign and day, from however many processes, and none where nobody is there to be told.
 */
export const remindOfReviews = useCase('boards.remindOfReviews', {
	input: v.object({}),
	on: nothing,
	may: ourselves,
	async run(context) {
		const today = dayOf(context.now, homeZone);
		for (const campaign of await listCampaignsDue(context.db, today))
			await remind(context, { campaign, today });
	}
});

async function remind(context: Context, { campaign, today }: { campaign: string; today: string }) {
	const { db } = context;
	await lockReminding(db, campaign);
	if (await wasToldOn(db, { campaign, today })) return;
	const people = await addresseesIn(context, campaign);
	if (!people.length || !(await insertReminders(db, { campaign, today }))) return;
	for (const { id: person, email: to, locale } of people) {
		const details = { campaign, person, day: today };
		await queueMail(context, { to, template: 'notes-to-review', details, locale });
	}
}

async function addresseesIn(context: Context, campaign: string) {
	const { persons } = (await listKeepers.within(context, { id: campaign })) ?? { persons: [] };
	const found = await Promise.all(persons.map((id) => findPersonOf(context, id)));
	return found.flatMap((person, at) => (person ? [{ ...person, id: persons[at]! }] : []));
}
