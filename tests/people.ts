import { generateHOTP } from '@oslojs/otp';
import {
	acceptInvitation,
	addApp,
	becomeFirstAdministrator,
	beginApp,
	firstAdministratorLink,
	invitePerson,
	recognise,
	requestSignIn,
	showBegunApp,
	signIn,
	type Known
} from '#server/identity';
import { house, visitor, type Actor, type Role } from '#shared/actor';
import { someDay, type World } from './small-world.ts';

/** Secrets of apps are sealed with it, so that no test leaves a key in the checkout. */
process.env['PLACARD_KEY'] ??= 'a key for tests, and for nothing else';

export const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0';
export const eira = { name: 'Eira Vaughan', email: 'eira@example.org', locale: 'en', agent };

export function minutes(count: number, from = someDay): Date {
	return new Date(from.getTime() + count * 60_000);
}

export async function firstToken(world: World, at = someDay): Promise<string> {
	const link = await firstAdministratorLink.within(world.as(house, at), {});
	return link!.split('/').at(-1)!;
}

/** The first administrator, signed in by the first link alone. */
export async function eiraJoins(world: World, at = someDay) {
	const token = await firstToken(world, at);
	return becomeFirstAdministrator.within(world.as(visitor, at), { token, ...eira });
}

/** Asks for a link and reads it in the mail. */
export async function linkFor(world: World, email = eira.email, at = someDay): Promise<string> {
	await requestSignIn.within(world.as(visitor, at), { email, locale: 'en' });
	await world.runJobs(at);
	const letters = await world.post(at);
	const letter = letters.find((one) => one.template === 'sign-in' && one.to === email);
	return /\/sign-in\/link\/([\w-]+)/.exec(letter!.text)![1]!;
}

/** Signs in by a link: the first level. */
export async function signsIn(world: World, email = eira.email, at = someDay): Promise<Known> {
	const { token } = await signIn.within(world.as(visitor, at), {
		token: await linkFor(world, email, at),
		agent
	});
	return (await recognise.within(world.as(visitor, at), { token }))!;
}

export type App = { secret: Uint8Array; code: (at: Date) => string };

/** Sets up an app, which gives the second factor. */
export async function addsApp(world: World, { actor, session }: Known, at = someDay) {
	await beginApp.within(world.as(actor, at), {});
	const { letters } = (await showBegunApp.within(world.as(actor, at), {}))!;
	const app = appWith(letters);
	const { token } = await addApp.within(world.as(actor, at), { code: app.code(at), session });
	return { app, token, known: (await recognise.within(world.as(visitor, at), { token }))! };
}

/** An app on a phone, from the letters that people can type. */
export function appWith(letters: string): App {
	const bits = [...letters.replaceAll(' ', '')]
		.map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
		.join('');
	const secret = Uint8Array.from(bits.match(/.{8}/g)!, (byte) => Number.parseInt(byte, 2));
	return { secret, code: (at) => generateHOTP(secret, BigInt(Math.floor(at.getTime() / 30_000)), 6) };
}

/** Eira, administrator, with her second factor given. */
export async function eiraAtWork(world: World, at = someDay) {
	const { token } = await eiraJoins(world, at);
	return addsApp(world, (await recognise.within(world.as(visitor, at), { token }))!, at);
}

/** Whoever reads the invitation in their mail: the token of its link. */
export async function invitationFor(world: World, email: string, at = someDay): Promise<string> {
	await world.runJobs(at);
	const letters = await world.post(at);
	const letter = letters.find((one) => one.template === 'invitation' && one.to === email);
	return /\/sign-in\/invitation\/([\w-]+)/.exec(letter!.text)![1]!;
}

type Newcomer = {
	name: string;
	email: string;
	role: Role;
	until?: { day: string; month: string; year: string };
};

/** Invited by somebody, accepted, with the second factor set up. */
export async function joinsBy(world: World, host: Actor, newcomer: Newcomer, at = someDay): Promise<Known> {
	const { name, email, role, until = {} } = newcomer;
	await invitePerson.within(world.as(host, at), { email, role, until, locale: 'en' });
	const token = await invitationFor(world, email, at);
	const opened = await acceptInvitation.within(world.as(visitor, at), { token, name, locale: 'en', agent });
	const low = await recognise.within(world.as(visitor, at), { token: opened.token });
	return (await addsApp(world, low!, at)).known;
}

export const rosa: Newcomer = { name: 'Rosa Ibarra', email: 'rosa@example.org', role: 'administrator' };
export const tomos: Newcomer = { name: 'Tomos Rees', email: 'tomos@example.org', role: 'administrator' };
export const amina: Newcomer = { name: 'Amina Yusuf', email: 'amina@example.org', role: 'lead' };
