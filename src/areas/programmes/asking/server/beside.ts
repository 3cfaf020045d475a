import type { Context } from '#server/use-case';
import type { Moment } from '../../server/call-views.ts';
import type { Whole } from '../../server/whole.ts';
import { mayAnswerMore } from '../asking.ts';
import { listReopenings } from './reopening.sql.ts';

/** What waits for the applicant beside their application: a request for more, until when. */
export async function askedOf(context: Context, { expression, call }: Whole): Promise<Moment | null> {
	const [latest] = await listReopenings(context.db, expression.id);
	const isOpen = latest && !expression.withdrawnAt && mayAnswerMore(latest, context.now);
	return isOpen ? { instant: latest.until, zone: call.zone } : null;
}
