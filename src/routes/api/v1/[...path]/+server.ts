import type { RequestEvent } from '@sveltejs/kit';
import { answer } from '#server/api';
import { networkOf } from '#server/web';
import { operations } from '../operations.ts';

/** Whoever asks says so by a token, never by a cookie: what a browser sends by itself opens nothing here. */
const asked = (event: RequestEvent) => {
	const { request, url, params } = event;
	return answer(operations, { request, url, path: `/${params['path']}`, network: networkOf(event) });
};

export const GET = asked;
export const POST = asked;
export const PUT = asked;
export const PATCH = asked;
export const DELETE = asked;
