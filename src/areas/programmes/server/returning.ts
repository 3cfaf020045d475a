import * as v from 'valibot';
import { readCode, verifierOf } from '#shared/tokens';
import type { Actor } from '#shared/actor';
import { Problem } from '#shared/problem';
import { anyone, useCase } from '#server/use-case';
import { ByReference, Reference, ReturnCode } from '../expression.schema.ts';
import { holder, holding } from './expression-policy.ts';
import {
	deleteDevice,
	deleteOwnWaysIn,
	findByReturnCode,
	findDevice,
	hasReturnCode,
	insertReturnCode,
	prolongDevice
} from './return-code.sql.ts';
import { anyOfThem } from '../together/server/policy.ts';
import { coOf } from '../together/server/who.ts';
import { codeOfDevice, deviceEnd, newReturnCode, openDevice } from './ways-in.ts';

const day = 86_400_000;
const Token = v.pipe(v.string(), v.maxLength(100));

/** Whoever has the code or the link comes back in. Wrong, expired and unknown get the same answer. */
export const redeemReturnCode = useCase('programmes.redeemReturnCode', {
	input: ReturnCode,
	async on({ db }, { code }) {
		const known = readCode(code.replace(/^.*\/(return|together)\//s, ''));
		return { opened: known && (await findByReturnCode(db, verifierOf(known))) };
	},
	may: anyone,
	async run(context, _, { opened }) {
		if (!opened) throw new Problem('return-unknown');
		return { reference: opened.reference, token: await openDevice(context, opened) };
	}
});

/** Who asks, by the cookie of this browser: whoever the expression is open for in it, or null. */
export const recogniseApplicant = useCase('programmes.recogniseApplicant', {
	input: v.object({ token: Token, reference: Reference }),
	on: async ({ db, now }, { token, reference }) => ({
		device: await findDevice(db, verifierOf(token), reference, now)
	}),
	may: anyone,
	async run({ db, now }, { token }, { device }): Promise<Actor | null> {
		if (!device) return null;
		if (now.getTime() - device.seenAt.getTime() > day)
			await prolongDevice(db, verifierOf(token), now, deviceEnd(now));
		return { kind: 'applicant', expression: device.expression, ...(device.co ? { co: device.co } : {}) };
	}
});

/** An applicant closes their application in this browser. What was saved stays. */
export const leaveDevice = useCase('programmes.leaveDevice', {
	input: v.object({ ...ByReference.entries, token: Token }),
	on: holding,
	may: anyOfThem,
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

/** Somebody lost their code, or their telephone: every code, link and browser stops working, but for this one. Those of others who write it too go on. */
export const renewReturnCode = useCase('programmes.renewReturnCode', {
	input: ByReference,
	on: holding,
	may: holder,
	async run(context, _, { expression: { id, reference } }) {
		const whose = { expression: id, co: coOf(context.actor) };
		await deleteOwnWaysIn(context.db, whose);
		const token = await openDevice(context, whose);
		await insertReturnCode(context.db, verifierOf(codeOfDevice(token)), whose, context.now);
		await context.record('expression.code-renewed', { id });
		return { reference: reference!, token };
	}
});

/** Another code beside those that work, to give to somebody who helps or to keep on paper. */
export const addReturnCode = useCase('programmes.addReturnCode', {
	input: ByReference,
	on: holding,
	may: holder,
	run: (context, _, { expression: { id } }) =>
		newReturnCode(context, { expression: id, co: coOf(context.actor) })
});
