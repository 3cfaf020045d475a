import { parseArgs } from 'node:util';
import { inviteAdministrator, resetFactor } from '#server/identity';
import { prepareDatabase } from '#server/jobs';
import { house } from '#shared/actor';
import { isEmailAddress } from '#shared/email-address';
import { Problem } from '#shared/problem';
import { answer, answerInto, exit, Unusable, type Verb } from './answer.ts';
import { openDatabase } from './database.ts';

const options = `
  EMAIL        their address
  --data DIR   where Placard keeps its own database (default: ./data); not used with DATABASE_URL
  --out FILE   where the answer goes (default: standard output)`;

export const invite: Verb = {
	summary: 'Makes the link by which somebody becomes an administrator',
	usage: 'EMAIL [--out FILE] [--data DIR]',
	details: `
Nothing is sent: hand the link over yourself. It works once, and ends an earlier one for the same address. Set PUBLIC_URL
as the server has it, since the link begins with it.
${options}`,
	run: (args) =>
		withDatabase(args, async (email) => {
			answer(JSON.stringify({ email, link: await inviteAdministrator(house, { email }) }));
		})
};

export const resetSecondFactor: Verb = {
	summary: 'Lets somebody who lost their second factor set up a new one',
	usage: 'EMAIL [--out FILE] [--data DIR]',
	details: `
Their passkeys, app and recovery codes count no more, and they are signed out everywhere. They sign in by mail and are
asked for a new factor. Where there are other administrators, two of them can do this from the desk.
${options}`,
	run: (args) =>
		withDatabase(args, async (email) => {
			await resetFactor(house, { email }).catch((error: unknown) => refuseUnknown(error, email));
			answer(JSON.stringify({ email, reset: true }));
		})
};

async function withDatabase(args: string[], work: (email: string) => Promise<void>): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		options: { data: { type: 'string' }, out: { type: 'string' } },
		allowPositionals: true
	});
	answerInto(values.out);
	const [email = '', more] = positionals;
	if (!isEmailAddress(email) || more)
		throw new Unusable(`Give one e-mail address, like name@example.org${email && `; this is "${email}"`}.`);
	const database = await openDatabase(values.data);
	try {
		await prepareDatabase(database.url);
		await work(email);
		return exit.done;
	} finally {
		await database.close();
	}
}

function refuseUnknown(error: unknown, email: string): never {
	if (error instanceof Problem && error.code === 'not-found')
		throw new Unusable(`Nobody here has an account with the address ${email}.`);
	throw error;
}
