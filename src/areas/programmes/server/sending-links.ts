import * as v from 'valibot';
import { isBlank, questionsOf } from '#areas/forms';
import { EmailAddress } from '#shared/email-address';
import { tooMany } from '#shared/problem';
import { useCase } from '#server/use-case';
import { getLocale } from '#words/addresses';
import { ByReference } from '../expression.schema.ts';
import { mayChange } from '../expression.ts';
import { writeTo } from './expression-letters.ts';
import { holder, holding } from './expression-policy.ts';
import { lockExpression } from './expression.sql.ts';
import { keep } from './keep-answer.ts';
import { countTold, tellOnce } from './told.sql.ts';
import { readWhole } from './whole.ts';

const mostLinks = 5;
const hour = 3_600_000;

/** An applicant has the link to return sent to an address. When none is answered yet, this one is: nothing is asked twice. */
export const sendReturnLink = useCase('programmes.sendReturnLink', {
	input: v.object({ ...ByReference.entries, email: EmailAddress }),
	on: holding,
	may: holder,
	async run(context, { email }, { expression: { id } }) {
		const { db, now } = context;
		const expression = await lockExpression(db, id);
		if ((await countTold(db, id, 'link', new Date(now.getTime() - hour))) >= mostLinks) throw tooMany(60);
		await tellOnce(db, { expression: id, what: 'link', about: now, at: now });
		const whole = await readWhole(context, expression);
		const question = questionsOf(whole.form).find(({ key }) => key === 'email')!;
		if (isBlank(whole.answers['email']?.typed) && mayChange(whole.call, expression, now))
			await keep(context, whole, question, email);
		await writeTo(context, 'return-link', { expression: id, email, locale: getLocale() });
		return { reference: expression.reference!, email };
	}
});

/** On from the page that shows the code: with an address, the link is sent there; without one, nothing is. */
export const goOnWithLink = useCase('programmes.goOnWithLink', {
	input: v.object({
		...ByReference.entries,
		email: v.union([v.pipe(v.string(), v.trim(), v.literal('')), EmailAddress], 'not-an-email')
	}),
	on: holding,
	may: holder,
	run: async (context, { reference, email }) =>
		email ? sendReturnLink.within(context, { reference, email }) : { reference, email }
});
