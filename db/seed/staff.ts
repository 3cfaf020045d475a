import { generateHOTP } from '@oslojs/otp';
import { decodeBase32IgnorePadding } from '@oslojs/encoding';
import {
	acceptInvitation,
	addApp,
	becomeFirstAdministrator,
	beginApp,
	firstAdministratorLink,
	invitePerson,
	recognise,
	showBegunApp
} from '#server/identity';
import { house, type Actor } from '#shared/actor';
import { invited, staff } from './people.ts';
import type { Story } from './story.ts';

const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

export type Staff = Record<keyof typeof staff, Actor>;

/** Rhian opens the first link, sets up her second factor, and asks the others in. */
export async function staffJoin(story: Story, days: number): Promise<Staff> {
	const at = story.at(days, '09:05');
	const link = await firstAdministratorLink.within(story.as(house, at), {});
	const rhian = await becomeFirstAdministrator.within(story.visitor(at), {
		token: link!.split('/').at(-1)!,
		...staff.rhian,
		locale: 'en',
		agent
	});
	const actors: Partial<Staff> = { rhian: await withApp(story, rhian.token, at) };
	for (const [key, person] of Object.entries(staff).slice(1))
		actors[key as keyof Staff] = await joins(story, actors.rhian!, person, days + 1);
	await invitePerson.within(story.as(actors.rhian!, story.at(-2)), { ...invited, until: {}, locale: 'cy' });
	await story.settle(story.at(-2));
	return actors as Staff;
}

type Newcomer = (typeof staff)[keyof typeof staff];

async function joins(story: Story, by: Actor, { name, email, role }: Newcomer, days: number): Promise<Actor> {
	const at = story.at(days, '11:20');
	await invitePerson.within(story.as(by, at), { email, role, until: {}, locale: 'en' });
	const letters = await story.settle(at);
	const token = /\/sign-in\/invitation\/([\w-]+)/.exec(letters.at(-1)!.text)![1]!;
	const opened = await acceptInvitation.within(story.visitor(at), { token, name, locale: 'en', agent });
	return withApp(story, opened.token, at);
}

/** With an app that shows codes, as everybody on staff needs one. */
async function withApp(story: Story, token: string, at: Date): Promise<Actor> {
	const known = (await recognise.within(story.visitor(at), { token }))!;
	const context = story.as(known.actor, at);
	await beginApp.within(context, {});
	const { letters } = (await showBegunApp.within(context, {}))!;
	const secret = decodeBase32IgnorePadding(letters.replaceAll(' ', ''));
	const code = generateHOTP(secret, BigInt(Math.floor(at.getTime() / 30_000)), 6);
	await addApp.within(context, { code, session: known.session });
	await story.settle(at);
	return { ...known.actor, assurance: 2 };
}
