import { Problem } from '#shared/problem';
import { staff, useCase, type Context } from '#server/use-case';
import * as m from '#words';
import { lockExpression } from '../../server/expression.sql.ts';
import { signed } from '../../server/signed.ts';
import { BookSlot } from '../interviews.schema.ts';
import { about } from './about.ts';
import {
	changeInvitation,
	endChoice,
	findInvitation,
	findInvitationOf,
	insertChoice,
	lockSlot,
	saveInvitation
} from './interview.sql.ts';
import { sentIn } from '../../server/expression-reading.ts';

/**
 * Staff take a time for an applicant who agreed to it by telephone or on paper, or move them to another. Who was not
 * invited is from then on: their page shows the time, and a letter tells whoever has an address.
 */
export const bookInterview = useCase('programmes.bookInterview', {
	input: BookSlot,
	on: sentIn,
	may: staff,
	async run(context, { slug, slot: wanted, needs }, { expression }) {
		const { db, now } = context;
		await lockExpression(db, expression.id);
		const slot = await lockSlot(db, wanted);
		if (!slot || slot.call !== expression.call || slot.withdrawnAt || slot.at <= now)
			throw new Problem('interview-slot-gone');
		const known = await findInvitationOf(db, expression.id);
		if (slot.invitation && slot.invitation !== known?.id) throw new Problem('interview-slot-taken');
		const id = known && !known.withdrawnAt ? known.id : await agreed(context, expression.id, slot.at);
		if (slot.invitation !== id) {
			await endChoice(db, id, now);
			await insertChoice(db, { invitation: id, slot: slot.id, at: now });
			await context.record('interview.booked', { ...about(id, expression), slot: slot.id });
		}
		const invitation = (await findInvitation(db, id))!;
		const said = { needs: needs || invitation.needs, declinedAt: null, declinedWhy: null };
		await changeInvitation(db, id, { ...invitation, ...said });
		return { slug, reference: expression.reference! };
	}
});

function agreed(context: Context, expression: string, until: Date): Promise<string> {
	const words = m.asking_talk_agreed();
	return saveInvitation(context.db, { expression, words, until, ...signed(context) });
}
