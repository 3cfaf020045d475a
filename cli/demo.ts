import { seed } from '../db/seed/index.ts';
import { isImaginary, waysIn } from '../db/seed/ways-in.ts';
import { answer, say } from './answer.ts';

/** Fills an empty database with the imaginary world. Its letters never leave this machine. */
export async function prepareDemo(): Promise<boolean> {
	const made = await seed();
	const isDemo = made !== null || (await isImaginary());
	if (isDemo) delete process.env['SMTP_URL'];
	else say('There is a real Placard in this database, so --demo changes nothing.');
	return isDemo;
}

/** How to look around, in the world's own staff. */
export async function showWaysIn(): Promise<void> {
	answer('\nThis is a demonstration: everybody in it is imaginary, and no letter leaves this machine.');
	for (const { name, role, link, code } of await waysIn())
		answer(
			`  Sign in as ${name} (${role}): ${link}\n    then, as the second factor, the recovery code ${code}`
		);
}
