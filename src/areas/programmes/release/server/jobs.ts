import { every, on, ourselves, nothing, useCase, type Context } from '#server/use-case';
import * as v from 'valibot';
import { findCall } from '../../server/call.sql.ts';
import { findExpressionById } from '../../server/expression.sql.ts';
import { tellApplicantOf } from '../../server/tell-applicant.ts';
import { answerReminder, dayDue } from '../release.ts';
import { templateOf } from './letters.ts';
import { writeToStaff } from './staff-letters.ts';
import { findOfferOf, listOpenOffers, listVacantCalls } from './offer.sql.ts';
import { leavePlace, passOn } from './passing-on.ts';
import { findOutcome, listUnreleased, tellStaffOnce } from './release.sql.ts';

on('offer.moved-up', async function tellWhoMovedUp(context, { id }) {
	const offer = await findOfferOf(context.db, String(id));
	if (offer)
		await tell(context, offer.expression, { template: templateOf('up'), what: 'up', about: offer.madeAt });
});

on('offer.accepted', async function confirmThePlace(context, { id }) {
	const offer = await findOfferOf(context.db, String(id));
	const about = offer?.endedAt;
	if (about) await tell(context, String(id), { template: 'decision-accepted', what: 'accepted', about });
});

on('offer.lapsed', async function tellWhoWasLate(context, { id }) {
	const offer = await findOfferOf(context.db, String(id));
	if (offer)
		await tell(context, String(id), { template: 'decision-lapsed', what: 'lapsed', about: offer.until });
});

on('offer.closed', async function tellWhoseOfferIsClosed(context, { id }) {
	const offer = await findOfferOf(context.db, String(id));
	if (offer?.end === 'closed')
		await tell(context, String(id), { template: 'decision-closed', what: 'closed', about: offer.until });
});

on('reserve.ended', async function tellWhoNeverMovedUp(context, { id }) {
	const about = (await findOutcome(context.db, String(id)))?.overAt;
	if (about) await tell(context, String(id), { template: templateOf('full'), what: 'full', about });
});

function tell(
	context: Context,
	expression: string,
	telling: { template: string; what: string; about: Date }
): Promise<void> {
	return tellApplicantOf(context, expression, telling);
}

/** The clock: places whose time is over go to whoever waits for them. */
export const passOnDue = useCase('programmes.passOnDue', {
	input: v.object({}),
	on: nothing,
	may: ourselves,
	async run(context) {
		for (const call of await listVacantCalls(context.db, context.now)) await passOn(context, call);
	}
});

/** Somebody is gone with their application; what they had is free. */
export const freePlace = useCase('programmes.freePlace', {
	input: v.object({ expression: v.pipe(v.string(), v.uuid()) }),
	on: ({ db }, { expression }) => findExpressionById(db, expression),
	may: ourselves,
	run: (context, _, { id, call }) => leavePlace(context, id, call)
});

on('expression.withdrawn', async function freeThePlaceOfWhoWithdrew(context, { id }) {
	await freePlace.within(context, { expression: String(id) });
});

/** What had its time is deleted by the clock, and a place that was accepted stays. */
on('expression.erased', async function freeThePlaceOfWhoIsGone(context, { id, why }) {
	if (why !== 'kept-long-enough') await freePlace.within(context, { expression: String(id) });
});

every('*/10 * * * *', async function passPlacesOn(context) {
	await passOnDue.within(context, {});
});

every('*/10 * * * *', async function remindOfOffers(context) {
	for (const offer of await listOpenOffers(context.db, context.now)) {
		const call = (await findCall(context.db, offer.call))!;
		const days = answerReminder(offer, { zone: call.zone, now: context.now });
		if (days !== undefined)
			await tell(context, offer.expression, {
				template: 'decision-reminder',
				what: `answer-${days}`,
				about: offer.until
			});
	}
});

every('25 * * * *', async function warnOfTheDayOfDecisions(context) {
	for (const id of await listUnreleased(context.db)) {
		const call = (await findCall(context.db, id))!;
		const what = dayDue(call, context.now);
		const about = call.decisionsBy;
		if (what && about && (await tellStaffOnce(context.db, { call: id, what, about, at: context.now })))
			await writeToStaff(context, what, id);
	}
});
