import { makeRecoveryCodes, requestSignIn } from '#server/identity';
import { inTransaction } from '#server/db';
import type { Actor } from '#shared/actor';
import { findStaff } from './ids.sql.ts';
import { staff } from './people.ts';
import { Story } from './story.ts';

export type WayIn = { name: string; role: string; link: string; code: string };

/**
 * For whoever looks around in the imaginary world: a link to sign in, and a recovery code in place of the app that
 * nobody has. Nothing in a Placard whose people are real: there, nobody has these addresses.
 */
export async function waysIn(now = new Date()): Promise<WayIn[]> {
	return inTransaction(async (db) => {
		const ways: WayIn[] = [];
		for (const { name, email, role } of [staff.rhian, staff.idris]) {
			const id = await findStaff(db, email);
			if (id) ways.push({ name, role, ...(await wayFor(new Story(db, now), { id, email, role })) });
		}
		return ways;
	});
}

/** Is this database the imaginary world's? */
export function isImaginary(): Promise<boolean> {
	return inTransaction(async (db) => (await findStaff(db, staff.rhian.email)) !== undefined);
}

type Person = { id: string; email: string; role: 'administrator' | 'lead' };

async function wayFor(story: Story, { id, email, role }: Person): Promise<{ link: string; code: string }> {
	const at = story.today;
	await requestSignIn.within(story.visitor(at), { email, locale: 'en' });
	const letter = (await story.settle(at)).find(({ template }) => template === 'sign-in')!;
	const actor: Actor = { kind: 'person', id, assurance: 2, roles: [role] };
	const { codes } = await makeRecoveryCodes.within(story.as(actor, at), {});
	await story.settle(at);
	return { link: /https?:\S+\/sign-in\/link\/\S+/.exec(letter.text)![0], code: codes[0]! };
}
