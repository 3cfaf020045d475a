import * as v from 'valibot';
import { readCode, verifierOf } from '#shared/tokens';
import { Problem } from '#shared/problem';
import { anyone, useCase } from '#server/use-case';
import { ByReference, Reference, ReturnCode } from '../expression.schema.ts';
import { holder, holding } from './expression-policy.ts';
import {
	deleteDevice,
	deleteWaysIn,
	findByReturnCode,
	findDevice,
	hasReturnCode,
	insertReturnCode,
	prolongDevice
} from './return-code.sql.ts';
import { codeOfDevice, deviceEnd, newReturnCode, openDevice } from './ways-in.ts';

const day = 86_400_000;
const Token = v.pipe(v.string(), v.maxLength(100));

/** Whoever has the code or the link comes back in. Wrong, expired and unknown get the same answer. */
export const redeemReturnCode = useCase('programmes.redeemReturnCode', {
	input: ReturnCode,
	async on({ db }, { code }) {
		const known = readCode(code.replace(/^.*\/return\//s, ''));
		return { opened: known && (await findByReturnCode(db, verifierOf(known))) };
	},
	may: anyone,
	async run(context, _, { opened }) {
		if (!opened) throw new Problem('return-unknown');
		return { reference: opened.reference, token: await openDevice(context, opened.expression) };
	}
});

/** Who asks, by the cookie of this browser: the id of the expression open in it, or null. */
export const recogniseApplicant = useCase('programmes.recogniseApplicant', {
	input: v.object({ token: Token, reference: Reference }),
	on: async ({ db, now }, { token, reference }) => ({
		device: await findDevice(db, verifierOf(token), reference, now)
	}),
	may: anyone,
	async run({ db, now }, { token }, { device }) {
		if (!device) return null;
		if (now.getTime() - device.seenAt.getTime() > day)
			await prolongDevice(db, verifierOf(token), now, deviceEnd(now));
		return device.expression;
	}
});

/** An applicant closes their application in this browser. What was saved stays. */
export const leaveDevice = useCase('programmes.leaveDevice', {
	input: v.object({ ...ByReference.entries, token: Token }),
	on: holding,
	may: holder,
	run: ({ db }, { token }) => deleteDevice(db, verifierOf(token))
});

/** The code of this browser, where the application was begun in it; null where people came back in. */
export const showReturnCode = useCase('programmes.showReturnCode', {
	input: v.object({ ...ByReference.entries, token: Token }),
	on: holding,
	may: holder,
	async run({ db }, { token }, { expression: { id } }) {
		const code = codeOfDevice(token);
		return (await hasReturnCode(db, verifierOf(code), id)) ? code : null;
	}
});

/** Somebody lost their code, or their telephone: every code, link and browser stops working, but for this one. */
export const renewReturnCode = useCase('programmes.renewReturnCode', {
	input: ByReference,
	on: holding,
	may: holder,
	async run(context, _, { expression: { id, reference } }) {
		await deleteWaysIn(context.db, id);
		const token = await openDevice(context, id);
		await insertReturnCode(context.db, verifierOf(codeOfDevice(token)), id, context.now);
		await context.record('expression.code-renewed', { id });
		return { reference: reference!, token };
	}
});

/** Another code beside those that work, to give to somebody who helps or to keep on paper. */
export const addReturnCode = useCase('programmes.addReturnCode', {
	input: ByReference,
	on: holding,
	may: holder,
	run: (context, _, { expression }) => newReturnCode(context, expression.id)
});
