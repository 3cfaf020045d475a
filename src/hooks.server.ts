import { randomBytes } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { sequence } from '@sveltejs/kit/hooks';
import { closeDatabase } from '#server/db';
import { startJobs, stopSender } from '#server/jobs';
import { log } from '#server/log';
import { closePostOffice } from '#server/mail';
import { recogniseParticipant } from '#areas/boards/server';
import { recogniseApplicant } from '#areas/programmes/server';
import {
	applicantFrom,
	isInApplication,
	isInRoom,
	participantFrom,
	personFrom,
	signedInFirst,
	smaller
} from '#server/web';
import { inOurWords, onClosing } from '#server/web/front';
import { visitor, type Actor } from '#shared/actor';
import { directionOf } from '#words/addresses';
import { sentenceOf } from '#words/problems';
import enhance from 'virtual:enhance';
import { paraglideMiddleware } from './words/generated/server.js';

/** Whoever follows events or the clock is known before the first job is taken, not when a page first asks for it. */
import.meta.glob(['./areas/**/server/jobs.ts', './server/{api,files,identity,mail}/index.ts'], {
	eager: true
});

export const init: ServerInit = async () => {
	const url = process.env['DATABASE_URL'];
	onClosing(closeDatabase);
	// A process that serves pages only still asks for what others do.
	onClosing(stopSender);
	if (!url || process.env['PLACARD_JOBS'] === 'off') return;
	const stopJobs = await startJobs(url);
	onClosing(() => stopJobs().finally(closePostOffice));
};

/** The language is in the address; no cookie says it. */
const inTheirLanguage: Handle = ({ event, resolve }) =>
	paraglideMiddleware(event.request, ({ locale }) =>
		resolve(event, {
			transformPageChunk: ({ html }) => html.replace('%lang%', locale).replace('%dir%', directionOf(locale))
		})
	);

const asWhomTheyAre: Handle = async ({ event, resolve }) => {
	event.locals.actor = await actorFrom(event);
	return resolve(event);
};

/**
 * Under /application whoever holds the draft, and under /room whoever came into it, by their own cookie; under /api nobody by any cookie, since programs show
 * a token; everywhere else the person who is signed in.
 */
async function actorFrom(event: RequestEvent): Promise<Actor> {
	if (event.route.id?.startsWith('/api/')) return visitor;
	if (isInRoom(event)) return participantFrom(event, recogniseParticipant);
	return isInApplication(event) ? applicantFrom(event, recogniseApplicant) : personFrom(event);
}

/** Kit names its nonce in the policy only where it writes a script of its own, which pages without hydration never have. */
const withEnhancements: Handle = async ({ event, resolve }) => {
	const nonce = randomBytes(16).toString('base64');
	const script = `<script type="module" nonce="${nonce}" src="${enhance}"></script>`;
	const response = await resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%enhance%', script)
	});
	const policy = response.headers.get('content-security-policy');
	if (policy)
		response.headers.set(
			'content-security-policy',
			policy.replace('script-src', `script-src 'nonce-${nonce}'`)
		);
	return response;
};

const withSafeHeaders: Handle = async ({ event, resolve }) => {
	const response = inOurWords(await resolve(event), event.url.pathname);
	// 'same-origin' and not 'no-referrer': with the latter, browsers send "Origin: null" and our own forms are refused.
	response.headers.set('referrer-policy', 'same-origin');
	response.headers.set('x-content-type-options', 'nosniff');
	response.headers.set('cross-origin-opener-policy', 'same-origin');
	const own = event.locals.records ? '(self)' : '()';
	response.headers.set(
		'permissions-policy',
		`camera=${own}, microphone=${own}, geolocation=(), browsing-topics=()`
	);
	if (event.url.protocol === 'https:') response.headers.set('strict-transport-security', 'max-age=31536000');
	if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-store');
	return response;
};

export const handle = sequence(
	smaller,
	withSafeHeaders,
	inTheirLanguage,
	withEnhancements,
	asWhomTheyAre,
	signedInFirst
);

/** Problems have become pages already; what arrives here as unknown is a bug of ours, logged without what people wrote. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
	if (kind === 'app') return;
	if (kind === 'framework' && error.status === 404)
		return { message: sentenceOf('not-found'), code: 'not-found' };
	if (kind === 'framework')
		return {
			code: 'unreadable-form',
			message: sentenceOf(error.status === 413 ? 'too-large' : 'unreadable-form')
		};
	log.error({ err: error, route: event.route.id }, 'bug');
	return { message: sentenceOf('bug'), code: 'bug' };
};
