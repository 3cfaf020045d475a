import type { RequestEvent } from '@sveltejs/kit';
import { recogniseApplicant, redeemReturnCode } from '#areas/programmes/server';
import { keepOpen, tries, type Fields } from '#server/web';
import { Problem } from '#shared/problem';
import { visitor } from '#shared/actor';

const slowDown = tries('use-link');

/**
 * A guard for forms inside an application: when it is no longer open in this browser, nothing is lost. The page hands
 * back what was typed and asks for the return code; sent along with the text, the code opens it and the text is saved.
 */
export async function opened(fields: Fields, event: RequestEvent): Promise<void> {
	if (event.locals.recordsAway) throw new Problem('database-away');
	if (event.locals.actor.kind === 'applicant') return;
	const code = fields['return-code'];
	if (typeof code !== 'string') throw new Problem('code-needed');
	await slowDown(fields, event);
	const back = await redeemReturnCode(visitor, { code });
	if (back.reference !== event.params['reference']) throw new Problem('return-unknown');
	const applicant = await recogniseApplicant(visitor, back);
	if (!applicant) throw new Problem('return-unknown');
	keepOpen(event, back);
	event.locals.actor = applicant;
}
